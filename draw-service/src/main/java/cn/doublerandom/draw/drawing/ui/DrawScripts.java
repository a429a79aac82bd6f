package cn.doublerandom.draw.drawing.ui;

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
 * The scripts of the draws' pages: what a wall does by itself, a witness's value and the operator's
 * secret, which are made and kept on the side of whose they are. A name holds the hash of its text,
 * so a browser may keep it.
 */
@Path("/ui")
@PermitAll
public class DrawScripts {
  static final PageScript WALL = PageScript.load(DrawScripts.class, "wall");
  static final PageScript CEREMONY = PageScript.load(DrawScripts.class, "ceremony");
  static final PageScript DEPOSIT = PageScript.load(DrawScripts.class, "deposit");

  @GET
  @Path("/scripts/{name}")
  @Produces(PageScript.MEDIA_TYPE)
  @Operation(hidden = true)
  public RestResponse<String> script(@PathParam("name") @Size(max = 100) String name) {
    return PageScript.named(name, List.of(WALL, CEREMONY, DEPOSIT));
  }
}
