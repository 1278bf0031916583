package dev.durin.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which proxies stand before the application and tell the truth about where a request came from. Immutable.
 *
 * @param known whether the operator has said so at all, if only that there are none
 * @param networks the proxies
 */
public record TrustedProxies(boolean known, List<Network> networks) {

    /** Nobody has said anything. */
    static final TrustedProxies UNSET = new TrustedProxies(false, List.of());

    /** With the port that some proxies add; IPv6 with a port is in brackets. */
    private static final Pattern FORWARDED = Pattern.compile("\\[([^\\]]*)\\](?::\\d+)?|([^:]*)(?::\\d+)?|(.*)");

    /** Copies the list. */
    public TrustedProxies {
        networks = List.copyOf(networks);
    }

    static TrustedProxies parse(String text) {
        if (text.isEmpty()) {
            return UNSET;
        }
        if (text.equalsIgnoreCase("none")) {
            return new TrustedProxies(true, List.of());
        }
        return new TrustedProxies(
                true,
                Arrays.stream(text.split(",", -1))
                        .map(String::strip)
                        .map(Network::parse)
                        .toList());
    }

    /**
     * Where a request came from: the nearest address that is no trusted proxy's. Each proxy adds at the right where it got
     * the request from; what stands further left than the first stranger may be made up.
     *
     * @param connection the address of the connection's other end
     * @param forwardedFor the values of the {@code X-Forwarded-For} headers in their order
     * @return the address, as it was told
     */
    public String origin(String connection, List<String> forwardedFor) {
        String origin = connection;
        List<String> hops = forwardedFor.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .toList();
        for (int at = hops.size() - 1; at >= 0 && isTrusted(origin); at--) {
            Optional<IpAddress> hop = address(hops.get(at).strip());
            if (hop.isEmpty()) {
                return origin;
            }
            origin = hop.get().toString();
        }
        return origin;
    }

    private boolean isTrusted(String address) {
        return IpAddress.parse(address)
                .filter(parsed -> networks.stream().anyMatch(network -> network.contains(parsed)))
                .isPresent();
    }

    private static Optional<IpAddress> address(String hop) {
        Matcher matcher = FORWARDED.matcher(hop);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        for (int group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.group(group) != null) {
                return IpAddress.parse(matcher.group(group));
            }
        }
        return Optional.empty();
    }

    /**
     * Addresses that begin alike.
     *
     * @param address one of them
     * @param bits how many bits they share
     */
    public record Network(IpAddress address, int bits) {

        private static final Pattern LENGTH = Pattern.compile("\\d{1,3}");

        static Network parse(String text) {
            int slash = text.indexOf('/');
            IpAddress address =
                    IpAddress.parse(slash < 0 ? text : text.substring(0, slash)).orElseThrow(() -> notOne(text));
            if (slash < 0) {
                return new Network(address, address.bits());
            }
            String length = text.substring(slash + 1);
            if (!LENGTH.matcher(length).matches() || Integer.parseInt(length) > address.bits()) {
                throw notOne(text);
            }
            return new Network(address, Integer.parseInt(length));
        }

        boolean contains(IpAddress other) {
            return other.startsLike(address, bits);
        }

        private static IllegalArgumentException notOne(String text) {
            return new IllegalArgumentException("each must be an address or a network such as 10.0.0.0/8, or the whole"
                    + " value must be none; not \"" + text + "\"");
        }
    }
}
