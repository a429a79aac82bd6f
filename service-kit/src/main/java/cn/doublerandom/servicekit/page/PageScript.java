package cn.doublerandom.servicekit.page;

import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.pagekit.KitFile;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * A script of a service's own pages. Its name holds the hash of its text, so a browser may keep it
 * for ever: another text has another name.
 *
 * @param name for example {@code wall-0123456789ab.mjs}
 * @param text UTF-8
 */
public record PageScript(String name, String text) {
  /** As in {@code Content-Type}. */
  public static final String MEDIA_TYPE = "text/javascript;charset=UTF-8";

  private static final int HASH_DIGITS = 12;

  /**
   * Of the resources beside a class, {@code ui/<stem>.mjs}.
   *
   * @throws IllegalStateException where it was not packed
   */
  public static PageScript load(Class<?> beside, String stem) {
    String source = "ui/%s.mjs".formatted(stem);
    try (InputStream in = beside.getClassLoader().getResourceAsStream(source)) {
      if (in == null) {
        throw new IllegalStateException(source + " is not packed with this service");
      }
      byte[] bytes = in.readAllBytes();
      return new PageScript(
          "%s-%s.mjs".formatted(stem, Sha256.hex(bytes).substring(0, HASH_DIGITS)),
          new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(source, e);
    }
  }

  /**
   * What a browser is sent that asks for one of them.
   *
   * @throws ProblemException {@code not-found} where none has this name
   */
  public static RestResponse<String> named(String name, List<PageScript> all) {
    return all.stream()
        .filter(script -> script.name.equals(name))
        .findFirst()
        .map(script ->
            RestResponse.ResponseBuilder.ok(script.text)
                .header(HttpHeaders.CACHE_CONTROL, KitFile.CACHE_CONTROL)
                .build())
        .orElseThrow(() -> new ProblemException(EdgeRejection.NOT_FOUND));
  }
}
