package planted.draw.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import planted.draw.view.OfView;

/** Breaks: an adapter that imports another; a resource that does not say what it answers with. */
@Path("/planted")
public class OfRest {
  public OfView other;

  @GET
  public String answer() {
    return "";
  }
}
