package cn.doublerandom.servicekit.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Papers as answers, in the language that is asked for. */
@RequestScoped
public class PaperAnswers {
  public static final String PDF = "application/pdf";
  public static final String HTML = "text/html;charset=UTF-8";

  /** What {@code lang} may say. */
  public static final String LANGUAGES = "zh|en";

  private static final Locale CHINESE = Locale.forLanguageTag("zh-CN");

  private final HttpHeaders headers;

  @Inject
  PaperAnswers(HttpHeaders headers) {
    this.headers = headers;
  }

  /**
   * Chinese, unless English is asked for.
   *
   * @param lang zh or en; absent where what the browser accepts decides
   */
  public Locale language(@Nullable String lang) {
    if (lang != null) {
      return lang.equals("en") ? Locale.ENGLISH : CHINESE;
    }
    for (Locale accepted : headers.getAcceptableLanguages()) {
      if (accepted.getLanguage().equals("zh")) {
        return CHINESE;
      } else if (accepted.getLanguage().equals("en")) {
        return Locale.ENGLISH;
      }
    }
    return CHINESE;
  }

  /**
   * A file to be kept.
   *
   * @param name without its ending
   */
  public static RestResponse<byte[]> pdf(byte[] pdf, String name) {
    return RestResponse.ResponseBuilder.ok(pdf)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + ".pdf\"")
        .build();
  }

  /** The same as a page. */
  public static RestResponse<String> page(String html) {
    return RestResponse.ResponseBuilder.ok(html)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .build();
  }
}
