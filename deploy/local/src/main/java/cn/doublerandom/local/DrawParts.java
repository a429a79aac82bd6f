package cn.doublerandom.local;

import cn.doublerandom.contracts.json.CanonicalJson;
import cn.doublerandom.eventstore.EventCodec;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts the draws together again from their events as these pass by. */
final class DrawParts {
  /** Events a bundle is made of, and those that tell whether it is public. */
  static final Set<String> TYPES =
      Set.of("FrameFrozen", "DrawCommitted", "DrawExecuted", "DrawOpened", "DrawVoided");

  private static final ObjectMapper JSON = EventCodec.mapper();

  private final Map<String, Map<String, JsonNode>> parts = new HashMap<>();
  private final Map<String, Made> latest = new HashMap<>();

  /**
   * An executed draw.
   *
   * @param isPublic false while it is sealed
   */
  record Made(String drawId, Map<String, Object> bundle, boolean isPublic) {
    byte[] bytes() {
      return CanonicalJson.bytes(bundle);
    }
  }

  /** The draw an event executed or opened, if it did. */
  Optional<Made> event(String stream, String type, JsonNode payload) {
    Map<String, JsonNode> draw = parts.computeIfAbsent(stream, s -> new HashMap<>());
    return switch (type) {
      case "FrameFrozen", "DrawCommitted" -> {
        draw.put(type, payload);
        yield Optional.empty();
      }
      case "DrawExecuted" -> {
        Made made = made(stream, draw, payload);
        latest.put(stream, made);
        yield Optional.of(made);
      }
      default -> opened(stream);
    };
  }

  /** Opened, or voided while sealed: now it is as public as any. */
  private Optional<Made> opened(String stream) {
    Made made = latest.get(stream);
    if (made == null || made.isPublic()) {
      return Optional.empty();
    }
    Made opened = new Made(made.drawId(), made.bundle(), true);
    latest.put(stream, opened);
    return Optional.of(opened);
  }

  private Made made(String stream, Map<String, JsonNode> draw, JsonNode executed) {
    JsonNode frozen = part(draw, "FrameFrozen").path("frame");
    JsonNode committed = part(draw, "DrawCommitted");
    Map<String, Object> bundle = new LinkedHashMap<>();
    bundle.put("protocol", "double-random/1");
    bundle.put("commit", plain(committed.path("commit")));
    bundle.put("commitHash", committed.path("commitHash").asText());
    Made parent = latest.get(stream);
    if (frozen.hasNonNull("continues") && parent != null) {
      bundle.put("parent", parent.bundle());
    } else {
      bundle.put("frame", plain(frozen.path("lists").path("frame")));
    }
    bundle.put("inspectors", plain(frozen.path("lists").path("inspectors")));
    bundle.put("recusals", plain(frozen.path("lists").path("recusals")));
    bundle.put("result", plain(executed.path("result")));
    if (!executed.path("certificate").isEmpty()) {
      bundle.put("certificate", plain(executed.path("certificate")));
    }
    bundle.put("resultHash", executed.path("resultHash").asText());
    if (executed.hasNonNull("salt")) {
      bundle.put("salt", executed.path("salt").asText());
    }
    return new Made(
        committed.path("commit").path("drawId").asText(), bundle, !executed.hasNonNull("salt"));
  }

  private static JsonNode part(Map<String, JsonNode> parts, String type) {
    return parts.getOrDefault(type, JSON.createObjectNode());
  }

  private static Object plain(JsonNode node) {
    return JSON.convertValue(node, Object.class);
  }
}
