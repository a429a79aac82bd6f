package cn.doublerandom.gateway;

/**
 * Where a request goes.
 *
 * @param part the service
 * @param uri path and query as that service is asked, without what is the gateway's own
 */
record Destination(Part part, String uri) {
  private static final String PORTAL = "/publication/ui";

  /** Health, figures and the like are for operations; of these only the OpenAPI is everybody's. */
  boolean isForOperations() {
    String operations = "/" + part.key() + "/q";
    String path = Guard.pathOf(uri);
    String openApi = operations + "/openapi";
    return (path.equals(operations) || path.startsWith(operations + "/")) && !path.equals(openApi);
  }

  /** Each service under its own path, the public portal under the rest. */
  static Destination of(String asked) {
    String uri = KeptForm.withoutAccount(asked);
    for (Part part : Part.values()) {
      if (uri.startsWith("/" + part.key() + "/")) {
        return new Destination(part, uri);
      }
    }
    return new Destination(Part.PUBLICATION, PORTAL + uri);
  }
}
