package cn.doublerandom.local;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.StoredEvent;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Writes the draws as their events pass by; a sealed one once it is opened. */
final class PublicBundles {
  private static final ObjectMapper JSON = EventCodec.mapper();

  private final Path directory;
  private final DrawParts parts = new DrawParts();

  PublicBundles(Path directory) {
    this.directory = directory;
  }

  void event(StoredEvent event) throws IOException {
    if (!DrawParts.TYPES.contains(event.type())) {
      return;
    }
    Optional<DrawParts.Made> made =
        parts.event(event.stream(), event.type(), JSON.readTree(EventChunks.whole(event)));
    if (made.filter(DrawParts.Made::isPublic).isPresent()) {
      Files.createDirectories(directory);
      Files.write(directory.resolve(made.get().drawId() + ".json"), made.get().bytes());
    }
  }
}
