import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Properties;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Says on {@code receivers.receipts.v1} that an authority has what was sent to it (抄告, 移送). Link
 * and key are those of the {@code CaseTransferred}; what is proven: docs/brokers.md.
 *
 * <pre>
 * java -cp 'lib/*' TransferReceipt.java localhost:9092 http://…/receipts/<visit>/2/<code> \\
 *     '应急管理局 办公室' 清应收〔2025〕7号
 * </pre>
 */
public final class TransferReceipt {
  public static void main(String[] arguments) throws Exception {
    String[] link = arguments[1].split("[?]", 2)[0].split("/");
    String visit = link[link.length - 3];
    int number = Integer.parseInt(link[link.length - 2]);
    String as = arguments[2];
    String reference = arguments[3];
    String said =
        "transfer-receipt/1\n%s\n%d\n%s\n%s\n".formatted(visit, number, as, reference);
    String bureau = visit.split("-", 2)[0];
    // Of another bureau than the first the key says which.
    String key = "follow-ups" + (bureau.equals("130534") ? "-" : "~" + bureau + "~") + visit;
    var settings = new Properties();
    settings.put("bootstrap.servers", arguments[0]);
    var receipt =
        new ProducerRecord<>(
            "receivers.receipts.v1",
            key,
            "{\"visitId\":\"%s\",\"number\":%d,\"receivedAs\":\"%s\",\"reference\":\"%s\",\"proof\":\"%s\"}"
                .formatted(visit, number, as, reference, proof(link[link.length - 1], said)));
    receipt.headers().add("ce_type", utf8("cn.doublerandom.ReceiptGiven.v1"));
    var strings = new StringSerializer();
    try (var producer = new KafkaProducer<>(settings, strings, strings)) {
      producer.send(receipt).get();
    }
    System.out.println("told=" + receipt.topic());
  }

  private static String proof(String code, String said) throws Exception {
    var sha256 = MessageDigest.getInstance("SHA-256");
    Mac mac = Mac.getInstance("HmacSHA256");
    // The bureau keeps the hash of the code alone.
    mac.init(new SecretKeySpec(utf8(HexFormat.of().formatHex(sha256.digest(utf8(code)))), "Hmac"));
    return HexFormat.of().formatHex(mac.doFinal(utf8(said)));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
