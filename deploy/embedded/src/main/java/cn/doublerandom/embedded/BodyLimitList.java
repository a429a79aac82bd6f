package cn.doublerandom.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The list of {@code docs/vectors/body-limits.json}, which gateway and services keep to.
 *
 * @param otherwise bytes where nothing else is said
 * @param routes bytes by address
 */
public record BodyLimitList(long otherwise, Map<String, Long> routes) {
  public BodyLimitList {
    routes = Map.copyOf(routes);
  }

  /**
   * What the list says of one service; read from the directory of its module.
   *
   * @param service for example {@code draw}
   */
  public static BodyLimitList of(String service) throws IOException {
    JsonNode list =
        new ObjectMapper().readTree(Files.readString(Path.of("../docs/vectors/body-limits.json")));
    Map<String, Long> routes = new TreeMap<>();
    list.path("routes")
        .properties()
        .forEach(route -> {
          if (route.getKey().startsWith("/" + service + "/")) {
            routes.put(route.getKey(), route.getValue().asLong());
          }
        });
    return new BodyLimitList(list.path("otherwise").asLong(), routes);
  }
}
