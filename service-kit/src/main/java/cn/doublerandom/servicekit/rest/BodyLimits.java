package cn.doublerandom.servicekit.rest;

import cn.doublerandom.servicekit.problem.Addresses;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How many bytes the body of a request may have: {@value #OTHERWISE} unless the resource method
 * says more for the files it takes, by {@code @Extension(name = BodyLimits.MOST_BYTES, value = …)}.
 * What it says stands in the OpenAPI document too. Judged by the exact address, the method and the
 * kind of content, before a byte of the body is read; {@code docs/vectors/body-limits.json} has
 * them all, for the gateway keeps to the same.
 */
@Singleton
public class BodyLimits {
  /** The member of the OpenAPI document. */
  public static final String MOST_BYTES = Addresses.MOST_BYTES;

  /** Bytes of a body where nothing else is said: of JSON, and of whatever is not asked for. */
  public static final long OTHERWISE = 1_000_000;

  /** A table of millions of rows, which is read from disk row by row. */
  public static final String TABLE = "545259520";

  /** A table of thousands of rows. */
  public static final String SMALL_TABLE = "33554432";

  /** A document of an office. */
  public static final String DOCUMENT = "9437184";

  private final Addresses addresses;

  @Inject
  BodyLimits(Addresses addresses) {
    this.addresses = addresses;
  }

  /** The most bytes this request may have. */
  long most(HttpServerRequest request) {
    return most(
        request.method().name(), String.valueOf(request.path()), request.getHeader("Content-Type"));
  }

  /** Whether what comes here may come of anybody: no account is asked for, and none is counted. */
  boolean isAnybodys(HttpServerRequest request) {
    return addresses.isOpen(request.method().name(), ofPrograms(String.valueOf(request.path())));
  }

  private long most(String method, String path, @Nullable String mediaType) {
    return isJson(mediaType)
        ? OTHERWISE
        : addresses.mostBytes(method, ofPrograms(path)).orElse(OTHERWISE);
  }

  /** A page takes at its address what programs send to the one of the same name. */
  private static String ofPrograms(String path) {
    return path.replaceFirst("^(/[a-z]+)?/ui/", "$1/api/v1/");
  }

  /** Whether a file comes here, which may take its time. */
  public boolean isFile(String method, String path, @Nullable String mediaType) {
    return most(method, path, mediaType) > OTHERWISE;
  }

  /**
   * Whether a body may come here in pieces whose sum nobody has said: files only, which are
   * measured again when they have come.
   */
  boolean takesUnmeasured(HttpServerRequest request) {
    return most(request) > OTHERWISE;
  }

  /** No address takes JSON as a file. */
  static boolean isJson(@Nullable String mediaType) {
    if (mediaType == null) {
      return false;
    }
    int end = mediaType.indexOf(';');
    String plain =
        (end < 0 ? mediaType : mediaType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    return plain.endsWith("/json") || plain.endsWith("+json");
  }
}
