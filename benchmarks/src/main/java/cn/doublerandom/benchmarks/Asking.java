package cn.doublerandom.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Asks a service in an account's name and waits for the answer; what is refused ends the run. */
final class Asking {
  static final Duration PATIENCE = Duration.ofMinutes(90);
  private static final long LOOK = 100_000_000L;
  private static final ObjectMapper JSON = new ObjectMapper();

  private Asking() {}

  /** What is answered, by a job where it takes long. */
  private static HttpResponse<String> answer(
      ServiceProcess service, String account, HttpRequest request)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = service.send(request);
    if (answer.statusCode() != HttpURLConnection.HTTP_ACCEPTED) {
      return answer;
    }
    String job = answer.headers().firstValue("Location").orElseThrow().replaceFirst("/draw", "");
    while (send(service, account, service.request(job, account).build())
        .path("endedAt")
        .isMissingNode()) {
      LockSupport.parkNanos(LOOK);
    }
    return service.send(service.request(job + "/result", account).build());
  }

  static JsonNode send(ServiceProcess service, String account, HttpRequest request)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = answer(service, account, request);
    if (answer.statusCode() >= HttpURLConnection.HTTP_MULT_CHOICE) {
      throw new IOException(request.uri() + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
  }

  static JsonNode post(ServiceProcess service, String account, String path, Object body)
      throws IOException, InterruptedException {
    return write(service, account, "POST", path, body);
  }

  static JsonNode write(
      ServiceProcess service, String account, String method, String path, Object body)
      throws IOException, InterruptedException {
    return send(
        service,
        account,
        service
            .request(path, account)
            .header("Content-Type", "application/json")
            .timeout(PATIENCE)
            .method(method, HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
            .build());
  }

  /** Agrees to what is read first. */
  static void approve(ServiceProcess service, String read, String path)
      throws IOException, InterruptedException {
    HttpResponse<String> seen =
        answer(service, "approver", service.request(read, "approver").timeout(PATIENCE).build());
    send(
        service,
        "approver",
        service
            .request(path, "approver")
            .header("Content-Type", "application/json")
            .header("If-Match", seen.headers().firstValue("ETag").orElseThrow())
            .timeout(PATIENCE)
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build());
  }
}
