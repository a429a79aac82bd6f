package cn.doublerandom.registry.application;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The page where one request, or all of a batch, are decided on. */
final class AskedPlaces {
  private AskedPlaces() {}

  /**
   * @param kind code word
   * @param key what it is about within its kind
   * @param of the entry it is about
   * @param batch by which it is decided on with others; absent where it is alone
   */
  static String of(String kind, String key, String of, @Nullable String batch) {
    return batch == null ? one(kind, key, of) : at("batches", family(kind), batch);
  }

  /** What one address decides on. */
  private static String family(String kind) {
    return switch (kind) {
      case "entry" -> "status";
      case "recusal-revoked" -> "recusal";
      default -> kind;
    };
  }

  private static String one(String kind, String key, String of) {
    String slash = key.substring(0, Math.max(0, key.indexOf('/')));
    return switch (kind) {
      case "status", "entry" -> at("status", key);
      case "merge", "unmerge" -> at("merges", key);
      case "absence" -> at("absences", key);
      case "recusal", "recusal-revoked" -> at("recusals", of, slash);
      case "inspector-erasure" -> at("erasures", "inspector", key);
      case "erasure" -> at("erasures", slash, of);
      case "release" -> at("releases", key);
      case "renaming" -> at("renamings", key);
      case "mandate" -> at("mandates", key);
      case "import-undo" -> at("imports", key);
      case "holiday-notice" -> at("notices", key);
      case "bureau" -> MatterPlaces.BUREAU.page(key);
      case "deputy" -> MatterPlaces.DEPUTIES.page(key);
      default -> MatterPlaces.REQUESTS.page(key);
    };
  }

  private static String at(String... steps) {
    return Arrays.stream(steps)
        .map(step -> URLEncoder.encode(step, StandardCharsets.UTF_8).replace("+", "%20"))
        .collect(Collectors.joining("/", MatterPlaces.REQUESTS.page("") + "/", ""));
  }
}
