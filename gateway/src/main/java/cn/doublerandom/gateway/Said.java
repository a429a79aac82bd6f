package cn.doublerandom.gateway;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads what a service says: what is not as agreed is left out, and nothing leads elsewhere. */
final class Said {
  private Said() {}

  /** At most so many of a list, in its order. */
  static <T> List<T> all(
      JsonObject said, String name, int most, Function<JsonObject, Optional<T>> reads) {
    List<T> all = new ArrayList<>();
    if (said.getValue(name) instanceof JsonArray items) {
      for (Object item : items) {
        if (item instanceof JsonObject one && all.size() < most) {
          reads.apply(one).ifPresent(all::add);
        }
      }
    }
    return List.copyOf(all);
  }

  /** A text; empty where there is none. */
  static String text(JsonObject said, String name) {
    return said.getValue(name) instanceof String text ? text : "";
  }

  /** Where something said leads, as far as that service may say so. */
  static String place(JsonObject said, Part part) {
    String place = text(said, "at");
    return place.startsWith("/" + part.key() + "/") ? OwnAddress.of(place).orElse("") : "";
  }
}
