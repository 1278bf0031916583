package dev.durin.access;

/** An annotation stands where nothing would enforce it. The message says where, and what to do. */
public final class UnenforceableAnnotationException extends RuntimeException {

    /**
     * A fault that stops the deployment.
     *
     * @param message where the annotation stands and how to mend it
     */
    public UnenforceableAnnotationException(String message) {
        super(message);
    }
}
