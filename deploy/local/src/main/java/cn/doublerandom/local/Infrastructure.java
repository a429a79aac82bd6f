package cn.doublerandom.local;

import cn.doublerandom.embedded.LocalKafka;
import cn.doublerandom.embedded.LocalPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The database and, where wanted, the broker of a data directory: those of the running stack, or
 * started for the moment where nothing runs.
 */
final class Infrastructure implements AutoCloseable {
  private final int postgresPort;
  private final int kafkaPort;
  private final @Nullable LocalPostgres postgres;
  private final @Nullable LocalKafka kafka;

  private Infrastructure(
      int postgresPort,
      int kafkaPort,
      @Nullable LocalPostgres postgres,
      @Nullable LocalKafka kafka) {
    this.postgresPort = postgresPort;
    this.kafkaPort = kafkaPort;
    this.postgres = postgres;
    this.kafka = kafka;
  }

  static Infrastructure of(Path data, boolean withKafka) throws IOException {
    Given.data(data);
    requireWhole(data);
    if (running(data).isEmpty()) {
      awaitLeft(data);
    } else {
      return new Infrastructure(UpFile.postgres(data), UpFile.kafka(data), null, null);
    }
    LocalPostgres postgres = LocalPostgres.start(data.resolve("postgres"), 0);
    boolean hasBroker = withKafka && Files.isDirectory(data.resolve("kafka"));
    LocalKafka kafka = hasBroker ? LocalKafka.start(data.resolve("kafka"), 0, 0) : null;
    return new Infrastructure(postgres.port(), kafka == null ? 0 : kafka.port(), postgres, kafka);
  }

  /** The launcher that has the directory up, if one does. */
  static Optional<ProcessHandle> running(Path data) throws IOException {
    return UpFile.launcher(data);
  }

  /** A copy that was ended in the middle is no data of anybody. */
  static void requireWhole(Path data) throws IOException {
    if (Files.exists(data.resolve(AdoptPersonalData.UNFINISHED))) {
      throw Refused.now(
          data + " 是没有做完的副本，请删除后重新建立", "is a copy that was not finished; delete it and copy again");
    }
  }

  static void requireDown(Path data) throws IOException {
    Optional<ProcessHandle> running = running(data);
    if (running.isPresent()) {
      throw Refused.now(
          data + " 正在运行，请先 ./suite down --data " + data,
          "is up (pid " + running.get().pid() + "); stop it first");
    }
    awaitLeft(data);
  }

  /** Where the launcher was killed, what it had started still ends. */
  private static void awaitLeft(Path data) throws IOException {
    try {
      Left.awaitEnd(data);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("被中断 interrupted", e);
    }
  }

  /** Whether nothing runs, so that nobody is about to tell what is not told. */
  boolean isAtRest() {
    return postgres != null;
  }

  int postgres() {
    return postgresPort;
  }

  /** 0 where there is no broker, and never was one. */
  int kafka() {
    return kafkaPort;
  }

  @Override
  public void close() throws IOException {
    if (kafka != null) {
      kafka.close();
    }
    if (postgres != null) {
      postgres.close();
    }
  }
}
