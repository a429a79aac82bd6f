package planted.servicekit.openapi;

/** As the one of the house. */
public @interface Creates {}
