import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Properties;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Says on {@code discipline.acknowledgements.v1} what a receiver of joint discipline (联合惩戒) did: a
 * {@code DisciplineAnswered} with a proof by the code of its link, which itself is not sent
 * (docs/brokers.md). The word {@code ended} says that it is about the end of the measure ({@code
 * JointDisciplineEnded}), and not about the measure. It needs a JDK of 21 or later and the jars
 * kafka-clients and slf4j-api:
 *
 * <pre>
 * java -cp 'lib/*' DisciplineAnswer.java localhost:9092 http://…/disciplines/<result>/1/<code> \\
 *     清河县财政局 已列入名单 [ended] [client.properties]
 * told=discipline.acknowledgements.v1
 * </pre>
 */
public final class DisciplineAnswer {
  private static final String TOPIC = "discipline.acknowledgements.v1";
  private static final String HOME = "130534";

  private DisciplineAnswer() {}

  public static void main(String[] arguments) throws Exception {
    boolean ofEnding = arguments.length > 4 && arguments[4].equals("ended");
    int file = ofEnding ? 5 : 4;
    if (arguments.length < 4 || arguments.length > file + 1) {
      System.err.println(
          "usage: DisciplineAnswer <bootstrap> <link> <authority> <deed> [ended] [file]");
      System.exit(2);
    }
    String[] link = arguments[1].split("[?]", 2)[0].split("/");
    String code = link[link.length - 1];
    String number = link[link.length - 2];
    String result = link[link.length - 3];
    String said = "%s\n%s\n%s\n%s\n".formatted(result, number, arguments[2], arguments[3]);
    String form = ofEnding ? "discipline-ending/1" : "discipline-answer/1";
    String json =
        "{\"resultId\":%s,\"number\":%s,\"authority\":%s%s,\"deed\":%s,\"proof\":%s}"
            .formatted(
                text(result),
                number,
                text(arguments[2]),
                ofEnding ? ",\"ending\":true" : "",
                text(arguments[3]),
                text(proof(code, form + "\n" + said)));
    String bureau = result.split("-", 2)[0];
    // The key of the proposal it answers.
    String key = bureau.equals(HOME) ? "result-" + result : "result~" + bureau + "~" + result;
    var settings = new Properties();
    if (arguments.length > file) {
      try (var in = Files.newBufferedReader(Path.of(arguments[file]))) {
        settings.load(in);
      }
    }
    settings.put("bootstrap.servers", arguments[0]);
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      var answer = new ProducerRecord<>(TOPIC, key, json);
      answer.headers().add("ce_type", utf8("cn.doublerandom.DisciplineAnswered.v1"));
      producer.send(answer).get();
    }
    System.out.println("told=" + TOPIC);
  }

  /** HMAC-SHA256 by the hash of the code, which is all the bureau keeps of it. */
  private static String proof(String code, String said) throws Exception {
    HexFormat hex = HexFormat.of();
    String key = hex.formatHex(MessageDigest.getInstance("SHA-256").digest(utf8(code)));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(utf8(key), "HmacSHA256"));
    return hex.formatHex(mac.doFinal(utf8(said)));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
