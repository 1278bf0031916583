package dev.durin.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** An address of IPv4 or IPv6. An IPv4 address that is written as IPv6 is the IPv4 address. Immutable. */
public final class IpAddress {

    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";

    // What these let through the JDK takes for an address or for nothing, never for a name that is to be asked for.
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
    private static final Pattern IPV6 = Pattern.compile("(?=.{2,45}$)[0-9A-Fa-f:][0-9A-Fa-f.]*:[0-9A-Fa-f:.]*");

    /** What one subscriber is given, so that nobody is another one with each request. */
    private static final int SUBSCRIBER_BITS = 64;

    private final InetAddress address;

    private IpAddress(InetAddress address) {
        this.address = address;
    }

    /**
     * Reads an address. Never asks a name server.
     *
     * @param text an address without a port; a zone after {@code %} is left out
     * @return the address, or empty when the text is none
     */
    public static Optional<IpAddress> parse(String text) {
        String literal = text.contains("%") ? text.substring(0, text.indexOf('%')) : text;
        if (!IPV4.matcher(literal).matches() && !IPV6.matcher(literal).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new IpAddress(InetAddress.getByName(literal)));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /**
     * What requests are counted under: the address, and of IPv6 the network of 64 bits that it is in, for whoever has one
     * address there has them all.
     *
     * @return the address or the network
     */
    public String subscriber() {
        byte[] bytes = address.getAddress();
        if (bytes.length == Integer.BYTES) {
            return address.getHostAddress();
        }
        for (int at = SUBSCRIBER_BITS / Byte.SIZE; at < bytes.length; at++) {
            bytes[at] = 0;
        }
        return of(bytes) + "/" + SUBSCRIBER_BITS;
    }

    private static String of(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("the length of an address is right", e);
        }
    }

    int bits() {
        return address.getAddress().length * Byte.SIZE;
    }

    /** Whether its first bits are those of another address. */
    boolean startsLike(IpAddress network, int bits) {
        byte[] own = address.getAddress();
        byte[] other = network.address.getAddress();
        if (own.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if (((own[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return address.getHostAddress();
    }
}
