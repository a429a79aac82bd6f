package cn.doublerandom.registry.ui;

import cn.doublerandom.registry.application.AskedRequests;

/** Where a request is decided on. */
final class RequestPlaces {
  private RequestPlaces() {}

  static String of(AskedRequests.Request request) {
    String batch = request.batch();
    return batch == null
        ? one(request)
        : RegistryPlaces.request("batches", family(request.kind()), batch);
  }

  /** What one address decides on. */
  private static String family(String kind) {
    return switch (kind) {
      case "entry" -> "status";
      case "recusal-revoked" -> "recusal";
      default -> kind;
    };
  }

  private static String one(AskedRequests.Request request) {
    String key = request.key();
    String slash = key.substring(0, Math.max(0, key.indexOf('/')));
    return switch (request.kind()) {
      case "status", "entry" -> RegistryPlaces.request("status", key);
      case "merge", "unmerge" -> RegistryPlaces.request("merges", key);
      case "absence" -> RegistryPlaces.request("absences", key);
      case "recusal", "recusal-revoked" -> RegistryPlaces.request("recusals", request.of(), slash);
      case "inspector-erasure" -> RegistryPlaces.request("erasures", "inspector", key);
      case "erasure" -> RegistryPlaces.request("erasures", slash, request.of());
      case "release" -> RegistryPlaces.request("releases", key);
      case "renaming" -> RegistryPlaces.request("renamings", key);
      case "mandate" -> RegistryPlaces.request("mandates", key);
      case "import-undo" -> RegistryPlaces.request("imports", key);
      case "holiday-notice" -> RegistryPlaces.request("notices", key);
      default -> RegistryPlaces.requests();
    };
  }
}
