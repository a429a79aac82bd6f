package cn.doublerandom.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Approves at every address of a service's OpenAPI document without saying what was read. */
public final class ApprovalRun {
  private static final int PRECONDITION_REQUIRED = 428;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI server;
  private final String bearer;
  private final List<String> taken = new ArrayList<>();
  private int addresses;

  /**
   * @param server scheme, host and port; paths of the document follow
   * @param bearer header of a user who may approve everything
   */
  public ApprovalRun(URI server, String bearer) {
    this.server = server;
    this.bearer = bearer;
  }

  /** Asks each address that agrees to something, but for batches, which their names name. */
  public ApprovalRun send(JsonNode document) throws IOException, InterruptedException {
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      JsonNode operation = path.getValue().path("post");
      if (OpenApiRules.isApproval(path.getKey()) && !operation.has("x-named-by")) {
        addresses++;
        send(path.getKey(), Optional.empty());
        send(path.getKey(), Optional.of("*"));
      }
    }
    return this;
  }

  private void send(String path, Optional<String> named) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path.replaceAll("\\{[^}]+}", "X-1")))
            .header("Authorization", bearer)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{}"));
    named.ifPresent(etag -> request.header("If-Match", etag));
    HttpResponse<String> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    JsonNode problem = JSON.readTree(answer.body());
    boolean isRefused =
        answer.statusCode() == PRECONDITION_REQUIRED
            && problem.path("code").asText().equals("request-not-named")
            && problem.path("context").path("read").asText().startsWith("/");
    if (!isRefused) {
      taken.add("%s %s: %d %s".formatted(path, named, answer.statusCode(), answer.body()));
    }
  }

  /** Approvals that were not refused for naming nothing. */
  public List<String> taken() {
    return List.copyOf(taken);
  }

  /** How many addresses were asked. */
  public int addresses() {
    return addresses;
  }
}
