package dev.durin.it;

import java.net.http.HttpRequest.BodyPublishers;

/** Speaks to the endpoints for operators, with the token of one. */
record OperatorApi(Api api, String token) {

    /** With a token of a fresh login. */
    static OperatorApi of(Api api, String caller, String client) {
        return new OperatorApi(api, api.token(caller, client));
    }

    Answer get(String path) {
        return api.get("api/auth/admin/" + path, token);
    }

    Answer post(String path, String json) {
        return api.send(api.request("api/auth/admin/" + path)
                .header("Authorization", "Token " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    Answer delete(String path) {
        return api.delete("api/auth/admin/" + path, token);
    }
}
