package cn.doublerandom.registry.ui;

import cn.doublerandom.servicekit.page.PageScript;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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
  static final PageScript UNDER_WAY = PageScript.load(RegistryScripts.class, "underway");
  static final PageScript HAND_IN = PageScript.load(RegistryScripts.class, "handin");

  @GET
  @Path("/{name}")
  @Produces(PageScript.MEDIA_TYPE)
  @Operation(hidden = true)
  public RestResponse<String> script(@PathParam("name") @Size(max = 100) String name) {
    return PageScript.named(name, List.of(UNDER_WAY, HAND_IN));
  }
}
