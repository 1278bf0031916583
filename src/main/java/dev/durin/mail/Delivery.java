package dev.durin.mail;

/** What became of a mail. The reasons hold neither its address nor its link, so that they may be logged. */
sealed interface Delivery {

    /** The mail server has taken it. */
    record Sent() implements Delivery {}

    /** It is not to be sent any more. */
    record Dropped() implements Delivery {}

    /** It will never be taken. */
    record Refused(String reason) implements Delivery {}

    /** It was not taken this time. */
    record Failed(String reason) implements Delivery {}

    /** The mail server cannot be reached, so no other mail can be sent now either. */
    record Unreachable(String reason) implements Delivery {}
}
