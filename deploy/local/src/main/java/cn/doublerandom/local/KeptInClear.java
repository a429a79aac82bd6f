package cn.doublerandom.local;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.StoredEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/**
 * People in what was signed or hashed in public and must stay as it is. Of a draw these are the
 * witnesses: their names stand in the commit, and its hash was published before the entropy was.
 */
final class KeptInClear {
  private static final ObjectMapper JSON = EventCodec.mapper();

  private final List<String> lines = new ArrayList<>();

  void look(String service, long seq, StoredEvent event) {
    if (!service.equals("draw") || !event.type().equals("DrawCommitted")) {
      return;
    }
    JsonNode commit = payload(event).path("commit");
    int witnesses = commit.path("entropy").path("witnesses").size();
    if (witnesses > 0) {
      lines.add(
          "保留 stays in clear: seq=%d 抽取 draw %s: %d 位见证人的署名在承诺中，已公布的承诺值和验证包依赖其字节"
                  .formatted(seq, commit.path("drawId").asText(), witnesses)
              + " witnesses as they signed; the published hash of the commit depends on these bytes");
    }
  }

  private static JsonNode payload(StoredEvent event) {
    try {
      return JSON.readTree(event.payload());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "哈希无误的事件内容不是 JSON a payload with a sound hash is not JSON", e);
    }
  }

  /** What stays and why, a line each. */
  List<String> lines() {
    return List.copyOf(lines);
  }
}
