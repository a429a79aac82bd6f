package cn.doublerandom.servicekit.ui;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** In which language somebody reads, and how large: the gateway says what he chose. */
@RequestScoped
public class Reader {
  private static final String TEXT = "X-Gateway-Text";

  private final HttpHeaders headers;

  /** Read once for each request: a page asks for it wherever it says something. */
  private @Nullable Boolean english;

  @Inject
  Reader(HttpHeaders headers) {
    this.headers = headers;
  }

  /** The first language of the list that is one of both; Chinese where none is. */
  public boolean readsEnglish() {
    Boolean known = english;
    if (known == null) {
      known = prefersEnglish();
      english = known;
    }
    return known;
  }

  private boolean prefersEnglish() {
    return headers.getAcceptableLanguages().stream()
        .filter(l -> !l.getLanguage().equals("*"))
        .findFirst()
        .map(l -> l.getLanguage().equals(Locale.ENGLISH.getLanguage()))
        .orElse(false);
  }

  /** As message bundles know it. */
  public Locale locale() {
    return readsEnglish() ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
  }

  /** What pages say, in his language. */
  public <T> T words(Class<T> bundle) {
    return readsEnglish()
        ? MessageBundles.get(bundle, Localized.Literal.of("en"))
        : MessageBundles.get(bundle);
  }

  /** Whether letters are larger (适老化). */
  public boolean readsLarge() {
    return "large".equals(headers.getHeaderString(TEXT));
  }
}
