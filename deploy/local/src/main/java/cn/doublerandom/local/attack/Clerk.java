package cn.doublerandom.local.attack;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Somebody who works on while the suite is attacked, and keeps the key of every command that was
 * acknowledged to him.
 */
public final class Clerk implements AutoCloseable {
  private static final long PAUSE_MILLIS = 250;

  private final Target target;
  private final List<String> acknowledged = new CopyOnWriteArrayList<>();
  private final Thread thread;
  private volatile boolean isOver;

  public Clerk(Target target) {
    this.target = target;
    this.thread = Thread.ofVirtual().name("clerk").start(this::work);
  }

  private void work() {
    try (var http = new Http(target.gateway())) {
      for (int n = 0; !isOver; n++) {
        String key = "attack-clerk-" + n;
        if (http.once(mandate(key, n)).isTaken()) {
          acknowledged.add(key);
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Http.Request mandate(String key, int number) {
    String body =
        """
        {"level":"COUNTY","document":"职能规定第%d稿","clauses":[
          {"number":"第三条","duty":"负责道路运输行业监督管理","fields":["道路运输"]}]}\
        """
            .formatted(number);
    return new Http.Request(
        "PUT",
        "/registry/api/v1/offices/" + Addresses.encoded("清河县交通运输局") + "/mandate",
        target.tokens().of("registrar", "registrar", "法制安全科"),
        Map.of("Content-Type", "application/json", "Idempotency-Key", key),
        HttpRequest.BodyPublishers.ofString(body));
  }

  /** Keys of the commands that were acknowledged, oldest first. */
  public List<String> acknowledged() {
    return List.copyOf(acknowledged);
  }

  @Override
  public void close() {
    isOver = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
