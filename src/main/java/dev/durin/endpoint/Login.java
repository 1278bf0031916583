package dev.durin.endpoint;

import dev.durin.spi.LoginRequest;

/**
 * A login with its password. Stays inside this package; never shows the password.
 *
 * @param request what others may see of it
 * @param password the password
 */
record Login(LoginRequest request, String password) {

    @Override
    public String toString() {
        return "Login[" + request.username() + "]";
    }
}
