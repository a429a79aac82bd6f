package cn.doublerandom.servicekit.border;

import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemMappers;
import cn.doublerandom.servicekit.rest.PathGuard;
import cn.doublerandom.servicekit.rest.Requests;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the headers of a request say about it is understood, or the request is refused by the name
 * of the header: nobody guesses what was meant, in which characters a body is written, whether it
 * is packed, or whether a repetition is one. Only the language of an answer is a wish that may be
 * overheard.
 */
@ApplicationScoped
public class HeaderGuard {
  /** After {@code PathGuard}, before everything else. */
  private static final int EARLY = 9_000;

  /** What browsers send has some two hundred; the forms below are read by recursion. */
  private static final int MAX_LENGTH = 1_000;

  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
  private static final String QUALITY = "\\s*;\\s*q=(0(\\.[0-9]{0,3})?|1(\\.0{0,3})?)";
  private static final String OTHER = "\\s*;\\s*(?!q=)" + TOKEN + "=(" + TOKEN + "|\"[^\"\\\\]*\")";
  private static final Pattern TYPE = Pattern.compile(TOKEN + "/" + TOKEN + "(" + OTHER + ")*");
  private static final Pattern RANGES =
      list("(\\*/\\*|" + TOKEN + "/" + TOKEN + ")(" + QUALITY + "|" + OTHER + ")*");

  /** As {@code HttpURLConnection} has written it since 1997: {@code *; q=.2}. */
  private static final Pattern OLD_RANGES =
      list("(\\*|\\*/\\*|" + TOKEN + "/" + TOKEN + ")(\\s*;\\s*q=(0|1|0?\\.[0-9]{1,3}))?");

  private static final Pattern LANGUAGES =
      list("(\\*|[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*)(" + QUALITY + ")?");
  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset=\"?([^\";\\s]*)", Pattern.CASE_INSENSITIVE);
  private static final Set<HttpMethod> WITH_BODY =
      Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

  /**
   * What is wrong with a header.
   *
   * @param text what the header may say
   */
  record Fault(EdgeRejection refusal, String header, String text) {}

  private static Pattern list(String element) {
    return Pattern.compile("\\s*" + element + "\\s*(,\\s*" + element + "\\s*)*");
  }

  void register(@Observes Filters filters) {
    filters.register(HeaderGuard::read, EARLY);
  }

  private static void read(RoutingContext request) {
    MultiMap headers = request.request().headers();
    Optional<Fault> fault = fault(headers, sendsBody(request.request()));
    if (fault.isPresent()) {
      refuse(request, fault.get());
      return;
    }
    if (!isReadable(headers.getAll("Accept"), RANGES)) {
      // Nothing, or the old way to say that anything will do.
      headers.set("Accept", "*/*");
    }
    if (!isReadable(headers.getAll("Accept-Language"), LANGUAGES)) {
      headers.remove("Accept-Language");
    }
    request.next();
  }

  private static boolean sendsBody(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    return WITH_BODY.contains(request.method())
        || request.getHeader("Transfer-Encoding") != null
        || (length != null && !length.equals("0"));
  }

  /** The first header nobody can understand. */
  static Optional<Fault> fault(MultiMap headers, boolean sendsBody) {
    // An empty list is one (RFC 9110 12.5.1): whoever sends it takes anything.
    List<String> accepted = stated(headers.getAll("Accept"));
    if (!isReadable(accepted, RANGES) && !isReadable(accepted, OLD_RANGES)) {
      return Optional.of(
          new Fault(
              EdgeRejection.HEADER_MALFORMED,
              "Accept",
              "应为一个或几个内容格式，以逗号分隔，例如 application/json 或 text/html;q=0.8。"));
    }
    List<String> keys = headers.getAll("Idempotency-Key");
    if (keys.size() > 1 || !keys.stream().allMatch(Requests::isKey)) {
      return Optional.of(
          new Fault(
              EdgeRejection.KEY_INVALID, "Idempotency-Key", EdgeRejection.KEY_INVALID.text()));
    }
    return sendsBody ? ofBody(headers) : Optional.empty();
  }

  private static Optional<Fault> ofBody(MultiMap headers) {
    List<String> types = headers.getAll("Content-Type");
    if (types.size() > 1 || !isReadable(types, TYPE)) {
      return notTaken("应为一个内容格式，例如 application/json 或 text/csv; charset=UTF-8。");
    }
    for (String type : types) {
      Optional<String> charset = charset(type);
      if (charset.isPresent() && !isKnown(charset.get())) {
        return notTaken("没有叫这个名字的字符编码（charset），常用的是 UTF-8 和 GB18030。");
      } else if (charset.isPresent()
          && isJson(type)
          && !Charset.forName(charset.get()).equals(StandardCharsets.UTF_8)) {
        return notTaken("JSON 的字符编码（charset）应为 UTF-8。");
      }
    }
    boolean isPlain =
        headers.getAll("Content-Encoding").stream()
            .allMatch(coding -> coding.strip().equalsIgnoreCase("identity"));
    return isPlain
        ? Optional.empty()
        : Optional.of(
            new Fault(
                EdgeRejection.CODING_NOT_TAKEN, "Content-Encoding", "请直接发送原内容，不压缩（identity）。"));
  }

  private static Optional<Fault> notTaken(String text) {
    return Optional.of(new Fault(EdgeRejection.TYPE_NOT_TAKEN, "Content-Type", text));
  }

  private static Optional<String> charset(String type) {
    Matcher named = CHARSET.matcher(type);
    return named.find() ? Optional.of(named.group(1)) : Optional.empty();
  }

  private static boolean isKnown(String charset) {
    try {
      return Charset.isSupported(charset);
    } catch (IllegalCharsetNameException none) {
      return false;
    }
  }

  private static boolean isJson(String type) {
    int end = type.indexOf(';');
    String plain = (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    return plain.endsWith("/json") || plain.endsWith("+json");
  }

  private static void refuse(RoutingContext request, Fault fault) {
    if (fault.refusal() == EdgeRejection.CODING_NOT_TAKEN) {
      request.response().putHeader("Accept-Encoding", "identity");
    }
    request
        .response()
        .setStatusCode(fault.refusal().status())
        .putHeader("Content-Type", ProblemMappers.MEDIA_TYPE)
        .end(PathGuard.problem(fault.refusal(), fault.header(), fault.text()));
  }

  private static List<String> stated(List<String> values) {
    return values.stream().filter(value -> !value.isBlank()).toList();
  }

  private static boolean isReadable(List<String> values, Pattern form) {
    return values.stream()
        .allMatch(value -> value.length() <= MAX_LENGTH && form.matcher(value).matches());
  }
}
