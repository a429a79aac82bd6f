package cn.doublerandom.registry.ui;

import cn.doublerandom.registry.inspector.InspectorDirectory;
import cn.doublerandom.registry.inspector.RecusalAsked;
import cn.doublerandom.registry.readiness.Point;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The recusals of a batch with who is meant by their codes.
 *
 * @param officers masked, by number
 * @param firms by code
 */
record OfRecusals(Map<String, String> officers, Map<String, String> firms) {
  static Uni<OfRecusals> named(WhoIsMeant who, String batch, List<InspectorDirectory.Entry> rows) {
    List<String> numbers = rows.stream().map(row -> row.details().id()).toList();
    List<String> codes =
        rows.stream()
            .flatMap(row -> of(batch, row))
            .map(asked -> asked.recusal().subject())
            .distinct()
            .toList();
    return who.called(Point.Directory.INSPECTORS, numbers)
        .flatMap(officers ->
            who.called(Point.Directory.SUBJECTS, codes)
                .map(firms -> new OfRecusals(officers, firms)));
  }

  private static Stream<RecusalAsked> of(String batch, InspectorDirectory.Entry row) {
    return row.recusalsAsked().stream().filter(asked -> asked.batch().equals(batch));
  }

  Stream<ShownBatch.Line> lines(
      String batch, InspectorDirectory.Entry row, AskedInWords said, RequestFacts facts) {
    return of(batch, row).map(asked -> line(row, asked, said, facts));
  }

  private ShownBatch.Line line(
      InspectorDirectory.Entry row, RecusalAsked asked, AskedInWords said, RequestFacts facts) {
    String number = row.details().id();
    String code = asked.recusal().subject();
    List<RequestFact> who = new ArrayList<>();
    who.add(facts.one("姓名", officers.getOrDefault(number, "")));
    who.add(facts.one("单位", row.details().unit()));
    who.add(facts.one("名称", firms.getOrDefault(code, code)));
    who.addAll(facts.recusal(asked.recusal()));
    return new ShownBatch.Line(
        asked.revokes() ? "recusal-revoked" : "recusal",
        number,
        RegistryPlaces.request("recusals", number, code),
        said.of(asked),
        who,
        List.of(asked.by()));
  }
}
