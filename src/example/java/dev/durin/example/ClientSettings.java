package dev.durin.example;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** What this application keeps of a client beside what Durin does, tied to it by the client's id. */
@Entity
public class ClientSettings {

    @Id
    private long clientId;

    private String theme = "light";

    protected ClientSettings() {}

    public ClientSettings(long clientId) {
        this.clientId = clientId;
    }

    public String getTheme() {
        return theme;
    }

    public void setTheme(String theme) {
        this.theme = theme;
    }
}
