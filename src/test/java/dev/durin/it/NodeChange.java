package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

/** What one node does to a token that another one knows as good, and how that one shows that it has heard of it. */
enum NodeChange {
    TOKEN_REVOKED {
        @Override
        void make(NodeApi node, String token, int round) {
            require(204, node.api().post("api/auth/logout", token));
        }
    },
    ALL_OF_A_CALLER_REVOKED {
        @Override
        void make(NodeApi node, String token, int round) {
            require(204, node.api().post("api/auth/logoutall", token));
        }
    },
    CLIENT_DISABLED {
        @Override
        void make(NodeApi node, String token, int round) {
            node.control("disable", client(round));
        }
    },
    CLIENT_DELETED {
        @Override
        void make(NodeApi node, String token, int round) {
            node.control("delete-client", client(round));
        }
    },
    /** What the groups are is known to both from elsewhere. */
    GROUPS_CHANGED {
        @Override
        void prepare(NodeApi other) {
            other.control("groups", "alice=user,admin");
        }

        @Override
        void make(NodeApi node, String token, int round) {
            node.control("forget", "alice");
        }

        @Override
        boolean isHeeded(NodeApi other, String token, int round) {
            return other.status("api/who/admin", token) == 200;
        }
    },
    RATE_CHANGED {
        @Override
        void make(NodeApi node, String token, int round) {
            node.control("rate", client(round) + "=" + rate(round) + "/h");
        }

        @Override
        boolean isHeeded(NodeApi other, String token, int round) {
            return other.api()
                    .get("api/who/authenticated", token)
                    .header("RateLimit-Policy")
                    .contains("=" + rate(round));
        }

        private int rate(int round) {
            return 500_000 + round;
        }
    };

    /** Has one node make the change, and asks the other one, which knows the token, until it has heard; how long that took. */
    final Duration untilHeeded(Nodes nodes, int round) {
        nodes.beginAnew();
        nodes.a().control("create-client", client(round));
        String token = nodes.a().api().token("alice", client(round));
        assertThat(nodes.b().status("api/who/authenticated", token)).isEqualTo(200);
        prepare(nodes.b());
        assertThat(isHeeded(nodes.b(), token, round)).as("before").isFalse();

        make(nodes.a(), token, round);

        return NodeApi.until(() -> isHeeded(nodes.b(), token, round));
    }

    /** A client of this change and round alone. */
    final String client(int round) {
        return name() + round;
    }

    /** Does what the other node knows by itself, before the change. */
    void prepare(NodeApi other) {}

    abstract void make(NodeApi node, String token, int round);

    boolean isHeeded(NodeApi other, String token, int round) {
        return other.status("api/who/authenticated", token) == 401;
    }

    private static void require(int status, Answer answer) {
        if (answer.status() != status) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
    }
}
