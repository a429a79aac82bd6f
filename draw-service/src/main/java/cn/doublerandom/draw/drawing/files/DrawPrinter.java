package cn.doublerandom.draw.drawing.files;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.draw.drawing.application.DrawPapers;
import cn.doublerandom.draw.drawing.application.PrintedDraw;
import cn.doublerandom.paperkit.Imprint;
import cn.doublerandom.paperkit.Papers;
import cn.doublerandom.servicekit.page.Places;
import cn.doublerandom.servicekit.page.PublicAddress;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** 抽取名单 and 抽取记录: what is signed after a draw, and leads whoever holds it to the verifier. */
@ApplicationScoped
class DrawPrinter implements DrawPapers {
  private final Template list;
  private final Template record;
  private final Papers papers;
  private final PublicAddress address;

  @Inject
  DrawPrinter(
      @Location("draw/paper/list.html") Template list,
      @Location("draw/paper/record.html") Template record,
      Papers papers,
      PublicAddress address) {
    this.list = list;
    this.record = record;
    this.papers = papers;
    this.address = address;
  }

  /**
   * Who signs.
   *
   * @param role operator, witness, checker or supervisor
   * @param name empty where no name is known here: an account has none
   */
  public record Signer(String role, String name) {}

  @Override
  public byte[] pdf(PrintedDraw draw, Kind kind, int part, Locale language) {
    try {
      return papers.pdf(filled(draw, kind, part), imprint(draw, kind, part), language);
    } catch (Papers.Busy e) {
      throw new ProblemException(EdgeRejection.TEMPORARILY_UNAVAILABLE);
    }
  }

  @Override
  public String page(PrintedDraw draw, Kind kind, int part, Locale language) {
    return papers.page(filled(draw, kind, part), imprint(draw, kind, part), language);
  }

  private TemplateInstance filled(PrintedDraw draw, Kind kind, int part) {
    DrawFacts facts = DrawFacts.of(draw);
    Template template =
        switch (kind) {
          case LIST -> list;
          case RECORD -> record;
        };
    return template
        .data("facts", facts)
        .data("course", DrawCourse.of(draw))
        .data("list", DrawnList.of(draw.draw(), part, draw.names()))
        .data("signers", signers(facts));
  }

  private static List<Signer> signers(DrawFacts facts) {
    List<Signer> signers = new ArrayList<>();
    signers.add(new Signer("operator", ""));
    if (facts.witnesses().isEmpty()) {
      signers.add(new Signer("checker", ""));
    }
    facts.witnesses().forEach(name -> signers.add(new Signer("witness", name)));
    signers.add(new Signer("supervisor", ""));
    return signers;
  }

  private Imprint imprint(PrintedDraw draw, Kind kind, int part) {
    String drawId = draw.draw().frame().drawId();
    String suffix =
        switch (kind) {
          case LIST -> "MD" + (part == 1 ? "" : "-" + part);
          case RECORD -> "JL";
        };
    return new Imprint(
        drawId + "-" + suffix,
        draw.issuer(),
        draw.draw().executedOn(),
        draw.draw().resultHash(),
        address.of(Places.verifyDraw(drawId)),
        Imprint.About.DRAW,
        BureauKey.isOfPractice(drawId));
  }
}
