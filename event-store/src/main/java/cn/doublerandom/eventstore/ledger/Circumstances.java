package cn.doublerandom.eventstore.ledger;

import cn.doublerandom.eventstore.EventCodec;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What of the metadata of an event stands in the headers of its records; empty where it is not. */
record Circumstances(String recordedAt, String correlationId, String causationId) {
  private static final ObjectMapper JSON = EventCodec.mapper();

  private static Circumstances read(String metadata) {
    try {
      JsonNode known = JSON.readTree(metadata);
      return new Circumstances(
          known.path("recordedAt").asText(),
          known.path("correlationId").asText(),
          known.path("causationId").asText());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored metadata are not JSON", e);
    }
  }

  /** Reads metadata one after the other; the events of one command have the same. */
  static final class Reading {
    private record Last(String metadata, Circumstances known) {}

    private volatile Last last = new Last("{}", new Circumstances("", "", ""));

    Circumstances of(String metadata) {
      Last before = last;
      if (before.metadata().equals(metadata)) {
        return before.known();
      }
      Circumstances known = read(metadata);
      last = new Last(metadata, known);
      return known;
    }
  }
}
