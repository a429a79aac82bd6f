package cn.doublerandom.servicekit.waiting;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The page on which a thing that waits is done.
 *
 * @param address with {@code {id}} for what it is about, or without; empty where it has none
 */
public record MatterPlace(String address) {
  /** Of what is done by programs alone. */
  public static final MatterPlace NOWHERE = new MatterPlace("");

  private static final String ID = "{id}";

  /** The page of one thing where there is one for all of its kind. */
  public String page(String id) {
    return Objects.requireNonNull(of(id), "no page");
  }

  /** The page of one thing; none where there is no such page. */
  public @Nullable String of(String id) {
    String one = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    return address.isEmpty() ? null : address.replace(ID, one);
  }
}
