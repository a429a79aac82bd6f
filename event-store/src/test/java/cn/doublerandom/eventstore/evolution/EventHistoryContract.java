package cn.doublerandom.eventstore.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.Chunks;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.NewEvent;
import cn.doublerandom.eventstore.StoredEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What every kind of event promises for ever: whatever was released can be read today. Extend it
 * once per sealed interface.
 *
 * <p>{@code src/test/resources/events/<Interface>/} holds one file per release: {@code
 * <release>.ndjson} with a sample of every type (and of lists in pieces, with these as {@code
 * chunks}), and {@code <release>.shape} with its members. {@code -Devents.release=NAME} writes the
 * files of a new release; an existing one is never overwritten.
 */
public abstract class EventHistoryContract<E> {
  private static final ObjectMapper JSON = EventCodec.mapper();

  protected abstract Class<E> events();

  protected abstract EventCodec<E> codec();

  /** Names of events with upcasters. */
  protected List<String> versioned() {
    return List.of();
  }

  private Path directory() {
    return Path.of("src/test/resources/events", events().getSimpleName());
  }

  private List<Path> files(String ending) throws IOException {
    try (Stream<Path> files = Files.list(directory())) {
      return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
    }
  }

  @Test
  void every_event_ever_released_can_be_read_and_nothing_of_it_is_lost() throws IOException {
    assertThat(files(".ndjson")).isNotEmpty();
    for (Path release : files(".ndjson")) {
      for (String line : Files.readAllLines(release)) {
        JsonNode sample = JSON.readTree(line);
        String type = sample.get("type").asText();
        StoredEvent stored = stored(type, sample);
        E event = codec().decode(stored);
        if (codec().typeOf(event).equals(type)) {
          assertThat(JSON.readTree(codec().encode(event)))
              .as("%s %s", release.getFileName(), type)
              .isEqualTo(JSON.readTree(stored.wholePayload()));
        }
      }
    }
  }

  private static StoredEvent stored(String type, JsonNode sample) {
    Map<String, String> pieces = new TreeMap<>();
    sample.path("chunks").properties().forEach(e -> pieces.put(e.getKey(), e.getValue().asText()));
    return new StoredEvent(
        "sample",
        1,
        NewEvent.newId(),
        type,
        sample.get("payload").toString(),
        "{}",
        "",
        Chunks.of(pieces));
  }

  @Test
  void every_event_written_today_has_a_sample() throws IOException {
    var sampled = new TreeSet<String>();
    for (Path release : files(".ndjson")) {
      for (String line : Files.readAllLines(release)) {
        sampled.add(JSON.readTree(line).get("type").asText());
      }
    }
    assertThat(sampled).containsAll(codec().typeNames());
  }

  @Test
  void a_change_since_any_release_is_an_optional_addition_or_has_an_upcaster() throws IOException {
    Map<String, String> today = EventShapes.of(events());
    String release = System.getProperty("events.release");
    if (release != null && !Files.exists(directory().resolve(release + ".shape"))) {
      Files.createDirectories(directory());
      Files.write(
          directory().resolve(release + ".shape"),
          today.entrySet().stream().map(e -> e.getKey() + "\t" + e.getValue()).toList());
    }
    assertThat(files(".shape")).isNotEmpty();
    for (Path shape : files(".shape")) {
      Map<String, String> released =
          Files.readAllLines(shape).stream()
              .map(line -> line.split("\t", 2))
              .collect(Collectors.toMap(l -> l[0], l -> l[1], (a, b) -> a, TreeMap::new));
      assertThat(EventShapes.breaks(released, today, versioned()))
          .as("since %s", shape.getFileName())
          .isEmpty();
    }
  }
}
