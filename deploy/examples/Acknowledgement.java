import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/**
 * Says once, by the link a receiver of joint discipline (联合惩戒) was given, what the receiver did.
 * The link is used up by it; the answer stands beside the published result. Where the measure has
 * ended with its result, what was asked says so ({@code ended}), and a last word {@code ended} says
 * that the answer is about that: how the receiver stopped carrying it out.
 *
 * <p>It needs a JDK of 21 or later and nothing else:
 *
 * <pre>
 * java Acknowledgement.java http://localhost:8080/publication/api/v1/disciplines/…/1/… 已列入名单
 * acknowledged=1
 * java Acknowledgement.java http://localhost:8080/publication/api/v1/disciplines/…/1/… 已移出名单 ended
 * acknowledged=1
 * </pre>
 */
public final class Acknowledgement {
  private static final int CREATED = 201;

  private Acknowledgement() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    boolean ofEnding = arguments.length == 3 && arguments[2].equals("ended");
    if (arguments.length != 2 && !ofEnding) {
      System.err.println("usage: Acknowledgement <link> <what was done> [ended]");
      System.exit(2);
    }
    URI link = URI.create(arguments[0]);
    try (HttpClient client = HttpClient.newHttpClient()) {
      // What is asked for; a link that is wrong or used up is 404.
      HttpResponse<String> asked =
          client.send(
              HttpRequest.newBuilder(link).build(), HttpResponse.BodyHandlers.ofString());
      HttpResponse<String> taken =
          client.send(
              HttpRequest.newBuilder(link)
                  .header("Content-Type", "application/json")
                  .POST(
                      HttpRequest.BodyPublishers.ofString(
                          "{\"ending\":"
                              + ofEnding
                              + ",\"deed\":\""
                              + escaped(arguments[1])
                              + "\"}"))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      // 409 discipline-ended where the measure ended meanwhile: the answer would be to another thing.
      if (taken.statusCode() != CREATED) {
        System.err.println(asked.statusCode() + " " + taken.statusCode() + " " + taken.body());
        System.exit(1);
      }
      System.out.println("acknowledged=1");
    }
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
