package cn.doublerandom.eventstore.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoteKeyTest {
  @TempDir Path directory;

  @Test
  void replicas_that_start_at_once_make_one_key_and_all_have_it() throws Exception {
    for (int round = 0; round < 20; round++) {
      Path file = directory.resolve(round + "/checkpoint");
      List<Callable<String>> replicas =
          IntStream.range(0, 8)
              .<Callable<String>>mapToObj(
                  n -> () -> NoteKey.keptIn(file, "county.example/draw").verifierKey())
              .toList();
      Set<String> keys = new HashSet<>();
      try (ExecutorService at = Executors.newFixedThreadPool(8)) {
        for (Future<String> key : at.invokeAll(replicas)) {
          keys.add(key.get());
        }
      }
      assertThat(keys).hasSize(1);
      try (var files = Files.list(file.getParent())) {
        assertThat(files).containsExactly(file);
      }
    }
  }
}
