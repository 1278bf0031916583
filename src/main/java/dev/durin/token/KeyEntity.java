package dev.durin.token;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Base64;

/** The row of {@code durin_key}: the key that Durin made for itself. */
@Entity(name = "DurinKey")
@Table(name = "durin_key")
class KeyEntity {

    /** There is one at most, so that two nodes that start at once agree on it. */
    static final int ONLY = 1;

    @Id
    private int id;

    private String secret;

    private long created;

    /** For the persistence provider. */
    protected KeyEntity() {}

    KeyEntity(byte[] secret, Instant created) {
        this.id = ONLY;
        this.secret = Base64.getEncoder().encodeToString(secret);
        this.created = created.toEpochMilli();
    }

    byte[] secret() {
        return Base64.getDecoder().decode(secret);
    }

    @Override
    public String toString() {
        return "KeyEntity[created=" + Instant.ofEpochMilli(created) + "]";
    }
}
