package cn.doublerandom.registry.ui;

import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.pagekit.KitFile;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The two scripts of the register's pages: one looks how far an import is, so that the page need
 * not be loaded anew, the other tells that a file is too large before it is sent. A name holds the
 * hash of its text, so a browser may keep it.
 */
@Path("/ui/scripts")
@PermitAll
public class RegistryScripts {
  private static final String SCRIPT = "text/javascript;charset=UTF-8";
  private static final int HASH_DIGITS = 12;

  static final Script UNDER_WAY = load("underway");
  static final Script HAND_IN = load("handin");

  /**
   * @param name for example {@code handin-0123456789ab.mjs}
   */
  record Script(String name, String text) {}

  private static Script load(String stem) {
    String source = "ui/%s.mjs".formatted(stem);
    try (InputStream in = RegistryScripts.class.getClassLoader().getResourceAsStream(source)) {
      if (in == null) {
        throw new IllegalStateException(source + " is not packed with this service");
      }
      byte[] bytes = in.readAllBytes();
      return new Script(
          "%s-%s.mjs".formatted(stem, Sha256.hex(bytes).substring(0, HASH_DIGITS)),
          new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(source, e);
    }
  }

  @GET
  @Path("/{name}")
  @Produces(SCRIPT)
  @Operation(hidden = true)
  public RestResponse<String> script(@PathParam("name") @Size(max = 100) String name) {
    return List.of(UNDER_WAY, HAND_IN).stream()
        .filter(script -> script.name().equals(name))
        .findFirst()
        .map(script ->
            RestResponse.ResponseBuilder.ok(script.text())
                .header(HttpHeaders.CACHE_CONTROL, KitFile.CACHE_CONTROL)
                .build())
        .orElseThrow(() -> new ProblemException(EdgeRejection.NOT_FOUND));
  }
}
