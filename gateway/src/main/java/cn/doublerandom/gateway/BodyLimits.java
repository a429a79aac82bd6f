package cn.doublerandom.gateway;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How many bytes a body may have, by exact address and kind of content: the same as the services
 * say themselves, {@code docs/vectors/body-limits.json}, so that what they would refuse never uses
 * their connections.
 */
final class BodyLimits {
  /** Where nothing else is said. */
  static final long OTHERWISE = 1_000_000;

  /** Tables of millions of rows. */
  private static final long TABLE = 545_259_520;

  private static final long SMALL_TABLE = 33_554_432;
  private static final long DOCUMENT = 9_437_184;

  /** A photo or film of a visit, and what a form puts around it. */
  private static final long EVIDENCE = 22_020_096;

  static final Map<String, Long> ROUTES =
      Map.ofEntries(
          Map.entry("/registry/api/v1/subjects/imports", TABLE),
          Map.entry("/registry/api/v1/subjects/imports/marked", TABLE),
          Map.entry("/registry/api/v1/subjects/risk-classes/imports", TABLE),
          Map.entry("/registry/api/v1/exchange/subjects/reconciliations/imports", TABLE),
          Map.entry("/registry/api/v1/inspectors/imports", SMALL_TABLE),
          Map.entry("/registry/api/v1/inspectors/imports/marked", SMALL_TABLE),
          Map.entry("/registry/api/v1/experts/imports", SMALL_TABLE),
          Map.entry("/registry/api/v1/items/imports", SMALL_TABLE),
          Map.entry("/registry/api/v1/recusals/imports", SMALL_TABLE),
          Map.entry("/registry/api/v1/catalogues/{version}/imports", SMALL_TABLE),
          Map.entry("/inspection/api/v1/visits/{visitId}/evidence", EVIDENCE),
          Map.entry("/inspection/api/v1/case-files/{drawId}/scans", EVIDENCE),
          Map.entry("/publication/api/v1/objections/{resultId}/{code}/evidence", DOCUMENT),
          Map.entry("/draw/api/v1/plans/imports", DOCUMENT),
          Map.entry("/draw/api/v1/plans/{planKey}/adjustments", DOCUMENT));

  private static final Map<Pattern, Long> FORMS =
      ROUTES.entrySet().stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  route -> Pattern.compile(route.getKey().replaceAll("\\{[^}]*}", "[^/]+")),
                  Map.Entry::getValue));

  private BodyLimits() {}

  /** The most bytes the body of a request may have. */
  static long most(HttpServerRequest request) {
    return most(request.method(), Guard.pathOf(request.uri()), request.getHeader("Content-Type"));
  }

  static long most(HttpMethod method, String path, @Nullable String mediaType) {
    if (!method.equals(HttpMethod.POST) || isJson(mediaType)) {
      return OTHERWISE;
    }
    return FORMS.entrySet().stream()
        .filter(form -> form.getKey().matcher(ofPrograms(path)).matches())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(OTHERWISE);
  }

  /** A page takes at its address what programs send to the one of the same name. */
  private static String ofPrograms(String path) {
    return path.replaceFirst("^(/[a-z]+)/ui/", "$1/api/v1/");
  }

  /** Whether a file of rows or a document comes here, which is judged before the answer. */
  static boolean isFile(HttpServerRequest request) {
    return most(request) > OTHERWISE;
  }

  /** No address takes JSON as a file. */
  private static boolean isJson(@Nullable String mediaType) {
    if (mediaType == null) {
      return false;
    }
    int end = mediaType.indexOf(';');
    String plain =
        (end < 0 ? mediaType : mediaType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    return plain.endsWith("/json") || plain.endsWith("+json");
  }
}
