package planted.draw.rest;

import jakarta.ws.rs.POST;
import planted.servicekit.openapi.Creates;

/** Breaks: an operation that says what it does not do. */
public class Promising {
  @POST
  @Creates
  public String nothing() {
    return "";
  }
}
