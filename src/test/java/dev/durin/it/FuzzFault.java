package dev.durin.it;

/** What is wrong with an answer to a request that was not meant well. */
final class FuzzFault {

    private FuzzFault() {}

    /** The fault, or nothing. */
    static String in(FuzzRequest request, RawAnswer answer) {
        if (!request.isForDurin() && isOfOpenLiberty(request, answer)) {
            return "";
        }
        boolean notImplemented = answer.status() == 501 && !request.isForDurin();
        if (answer.status() >= 500 && !notImplemented) {
            return "a server error";
        }
        // Jersey describes the application's resources to whoever asks with OPTIONS, with the names of their classes.
        if (answer.isRevealing() && (request.isForDurin() || answer.status() >= 400)) {
            return "something of the inside is shown";
        }
        if (answer.status() >= 400 && answer.body().contains("-pass-1")) {
            return "a password is shown";
        }
        if (!request.isForDurin()
                || (request.mayBeRefusedByTheServer() && answer.body().isEmpty())) {
            return "";
        }
        return inAnswerOfDurin(request, answer);
    }

    /** Its pages show what it is made of; and where an address is none, it fails when it says what was not found: docs/servers.md. */
    private static boolean isOfOpenLiberty(FuzzRequest request, RawAnswer answer) {
        return answer.headers().stream().anyMatch(header -> header.startsWith("$WSEP"))
                && (answer.status() < 500
                        || (request.hasNoAddress() && answer.body().contains("URI.create")));
    }

    private static String inAnswerOfDurin(FuzzRequest request, RawAnswer answer) {
        if (answer.status() == 0) {
            return "no answer";
        }
        if (request.method.equals("HEAD") || answer.status() == 204) {
            return "";
        }
        boolean hasPage = request.path.startsWith("api/auth/register/confirm/")
                || request.path.startsWith("api/auth/account/reset/");
        if (hasPage && answer.isHtml()) {
            return answer.status() == 200 || answer.status() == 400 ? "" : "a page of somebody else";
        }
        if (answer.status() >= 400) {
            return answer.isProblem() && answer.isHelpful() ? "" : "no problem that says what is wrong";
        }
        return answer.header("Content-Type").startsWith("application/json") ? "" : "no JSON";
    }
}
