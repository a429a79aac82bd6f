package cn.doublerandom.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.checkpoint.NoteKey;
import cn.doublerandom.eventstore.person.MasterKey;
import java.io.IOException;
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

class SecretFileTest {
  private static final int REPLICAS = 8;
  private static final int ROUNDS = 20;

  @TempDir Path directory;

  private interface Start {
    Object keyIn(Path file) throws IOException;
  }

  /** What the replicas hold after they all started at once. */
  private Set<Object> keys(Path file, Start start) throws Exception {
    List<Callable<Object>> replicas =
        IntStream.range(0, REPLICAS)
            .<Callable<Object>>mapToObj(n -> () -> start.keyIn(file))
            .toList();
    Set<Object> keys = new HashSet<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(REPLICAS)) {
      for (Future<Object> key : threads.invokeAll(replicas)) {
        keys.add(key.get());
      }
    }
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
    return keys;
  }

  @Test
  void replicas_that_start_at_once_make_one_checkpoint_key_and_all_have_it() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      Path file = directory.resolve("log" + round + "/checkpoint");
      assertThat(keys(file, f -> NoteKey.keptIn(f, "county.example/draw").verifierKey()))
          .hasSize(1);
    }
  }

  @Test
  void replicas_that_start_at_once_make_one_master_key_and_all_have_it() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      Path file = directory.resolve("master" + round + "/key");
      assertThat(
              keys(
                  file,
                  f -> {
                    MasterKey.keptIn(f);
                    return Files.readString(f);
                  }))
          .hasSize(1);
    }
  }
}
