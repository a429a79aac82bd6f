package cn.doublerandom.servicekit.rest;

import cn.doublerandom.servicekit.identity.AccountNames.Names;
import cn.doublerandom.servicekit.waiting.Figure;
import cn.doublerandom.servicekit.waiting.Recently;
import cn.doublerandom.servicekit.waiting.Sentence;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How the year of the bureau stands (本年一览), and what was done last (最近办理), as far as who asks may
 * see it, in his language.
 *
 * @param bureaus those he may act in, the one he acts in first
 * @param told of what he asked for, what was not agreed to or came back, newest first
 * @param own what he did himself, newest first
 * @param all what the bureau did, newest first; empty for whoever only sees his own
 */
public record GlanceAnswer(
    List<GlanceBureau> bureaus,
    List<GlanceFigure> year,
    List<GlanceLine> told,
    List<GlanceLine> own,
    List<GlanceLine> all) {
  /** A bureau by its name. */
  public record GlanceBureau(
      @Schema(examples = "130534") String key, @Schema(examples = "清河县交通运输局") String name) {}

  /**
   * A figure.
   *
   * @param kind code word
   * @param of what it is a part of, or what it is held against
   * @param look ok, warn, bad or quiet
   * @param at address of the page whose rows it counts
   */
  public record GlanceFigure(
      @Schema(examples = "readiness") String kind,
      @Schema(examples = "“一单两库”待完善") String label,
      @Schema(examples = "3 项") String number,
      @Schema(examples = "共 12 项，3月31日前") String of,
      @Schema(examples = "warn") String look,
      @Schema(examples = "/registry/ui/readiness") String at) {
    static GlanceFigure of(Figure figure, boolean english) {
      return new GlanceFigure(
          figure.kind(),
          in(figure.label(), english),
          figure.number(),
          in(figure.of(), english),
          figure.look(),
          figure.at());
    }

    private static String in(Sentence sentence, boolean english) {
      return english ? sentence.english() : sentence.chinese();
    }
  }

  /**
   * A thing that was done.
   *
   * @param by account
   * @param who its name with the account beside it, where the name is known
   * @param why the reason where one was given; empty where not
   * @param at address of its page; empty where he may open none
   */
  public record GlanceLine(
      String what, String by, String who, LocalDate on, String why, String at) {
    static GlanceLine of(Recently.Line line, Names names, boolean english) {
      return new GlanceLine(
          english ? line.english() : line.chinese(),
          line.by(),
          names.of(line.by()),
          line.on(),
          line.why(),
          line.at());
    }
  }

  /** In the language of who asks. */
  static GlanceAnswer of(
      List<GlanceBureau> bureaus,
      List<Figure> year,
      Recently recently,
      Names names,
      boolean english) {
    return new GlanceAnswer(
        bureaus,
        year.stream().map(figure -> GlanceFigure.of(figure, english)).toList(),
        lines(recently.told(), names, english),
        lines(recently.own(), names, english),
        lines(recently.all(), names, english));
  }

  private static List<GlanceLine> lines(List<Recently.Line> lines, Names names, boolean english) {
    return lines.stream().map(line -> GlanceLine.of(line, names, english)).toList();
  }
}
