package cn.doublerandom.local;

import cn.doublerandom.embedded.DemoIdentity.User;
import cn.doublerandom.eventstore.Sha256;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * 抽查资料归档 of the demonstration, as an office does it whose papers are signed with a pen: what was
 * signed is filed by the hash of its scan, each officer for himself, and the file is sealed.
 */
final class DemoArchive {
  private static final Map<String, Object> SUBJECT = Map.of("role", "SUBJECT");
  private static final Map<String, Object> LEADER = Map.of("role", "LEADER", "by", "大队负责人");

  private final DemoDesk desk;
  private final DemoRegisters registers;
  private int archived;

  DemoArchive(DemoDesk desk, DemoRegisters registers) {
    this.desk = desk;
    this.registers = registers;
  }

  /** Case files that are sealed. */
  int archived() {
    return archived;
  }

  /** Files what is signed of a draw and its visits, and seals it. */
  void seals(String drawId, JsonNode teams) throws InterruptedException {
    String file = "/inspection/api/v1/case-files/" + Client.part(drawId);
    paper(
        DemoDesk.COORDINATOR,
        file,
        "DRAW_RECORD",
        "",
        List.of(Map.of("role", "WITNESS", "by", "纪检监察室")));
    int papers = 1;
    for (JsonNode team : teams) {
      String subject = team.path("subject").asText();
      paper(
          DemoDesk.COORDINATOR,
          file,
          "NOTICE",
          subject,
          List.of(Map.of("role", "SEAL", "by", DemoDesk.BRIGADE)));
      for (JsonNode one : team.path("inspectors")) {
        String officer = one.asText();
        paper(
            new User(officer, List.of("inspector"), registers.unit(officer)),
            file,
            "RECORD",
            subject,
            List.of(Map.of("role", "INSPECTOR", "by", officer), SUBJECT, LEADER));
      }
      papers += 2;
    }
    JsonNode sealed =
        desk.client()
            .post(
                DemoDesk.COORDINATOR, file + "/archive", "demo-archive-" + drawId, Client.nothing())
            .expect(201, "archive")
            .body()
            .path("seal");
    archived += sealed.hasNonNull("sha256") ? 1 : 0;
    desk.tell(
        "卷宗 %s 归档：入卷 %d 份，封存 %d 份，哈希值 %s…，保管至 %s",
        drawId,
        papers,
        sealed.path("papers").asInt(),
        sealed.path("sha256").asText().substring(0, 16),
        sealed.path("keepUntil").asText("（规则包没有规定）"));
  }

  private void paper(
      User by, String file, String kind, String subject, List<Map<String, Object>> signatures)
      throws InterruptedException {
    Map<String, Object> paper = new HashMap<>();
    paper.put("kind", kind);
    paper.put("title", "扫描件");
    paper.put("sha256", Sha256.hex((file + kind + subject).getBytes(StandardCharsets.UTF_8)));
    paper.put("signatures", new ArrayList<>(signatures));
    if (!subject.isEmpty()) {
      paper.put("subject", subject);
    }
    String key = "demo-paper-" + Integer.toHexString((file + kind + subject + by).hashCode());
    desk.client().put(by, file + "/papers", key, paper).expect(200, "paper of the file");
  }
}
