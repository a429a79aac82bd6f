package cn.doublerandom.servicekit.waiting;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where a thing that waits is done.
 *
 * @param address with {@code {id}} for what it is about, or without
 * @param isBuilt whether there is such a page; one that is not built yet is nowhere
 */
public record PageAddress(String address, boolean isBuilt) {
  private static final String ID = "{id}";

  /** The page of one thing; none where it is not built yet. */
  public @Nullable String of(String id) {
    String one = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    return isBuilt ? address.replace(ID, one) : null;
  }
}
