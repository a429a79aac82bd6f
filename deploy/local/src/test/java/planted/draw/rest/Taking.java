package planted.draw.rest;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.PathParam;

/** Takes one record as its body, and another from its address. */
public class Taking {
  /** A body. */
  public record Wanted(String reason) {}

  /** Part of an address. */
  public record Place(String key) {
    public static Place valueOf(String key) {
      return new Place(key);
    }
  }

  @POST
  public String take(@PathParam("key") Place place, Wanted body) {
    return place.key() + body.reason();
  }
}
