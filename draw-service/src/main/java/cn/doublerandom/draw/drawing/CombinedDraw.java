package cn.doublerandom.draw.drawing;

import cn.doublerandom.draw.drawing.TaskDraws.Executed;
import cn.doublerandom.draw.protocol.FrameEntry;
import cn.doublerandom.draw.protocol.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tasks drawn together so that a firm is visited once for all of them (综合查一次, R33, R34). The frame
 * is cut into cells of subjects that are in scope of the same tasks with the same classes; within a
 * cell all tasks go by the same tickets, so the smaller share lies inside the larger.
 *
 * @param parts the tasks, the one whose draw it is first
 * @param cells what each task takes of each cell
 */
public record CombinedDraw(List<Part> parts, List<Cell> cells) {
  public CombinedDraw {
    parts = List.copyOf(parts);
    cells = List.copyOf(cells);
  }

  /**
   * @param task plan and task number
   * @param items codes of what is inspected for it
   */
  public record Part(String task, List<String> items) {
    public Part {
      items = List.copyOf(items);
    }
  }

  /**
   * @param stratum its name in the commit, which says the shares: {@code
   *     2023001-001=4+2023001-002=2}
   * @param shares how many each of its tasks takes: the first ones by ascending ticket
   */
  public record Cell(String stratum, Map<String, Integer> shares) {
    public Cell {
      shares = Map.copyOf(shares);
    }

    /** As many as the largest share asks for. */
    int drawn() {
      return shares.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /**
     * The tasks of the one at this place, from 0. Whoever is drawn beyond the largest share, as a
     * floor or a rate without a common denominator may ask for, is inspected for its tasks.
     */
    List<String> tasksAt(int place) {
      int most = drawn();
      return shares.entrySet().stream()
          .filter(s -> place < s.getValue() || s.getValue() == most)
          .map(Map.Entry::getKey)
          .toList();
    }
  }

  /** How many a task draws of all cells together: as many as it would alone. */
  public int size(String task) {
    return cells.stream().mapToInt(cell -> cell.shares.getOrDefault(task, 0)).sum();
  }

  /** Visits of all tasks drawn each for itself. */
  public int visitsApart() {
    return parts.stream().mapToInt(part -> size(part.task)).sum();
  }

  /** Visits drawn together. */
  public int visitsTogether() {
    return cells.stream().mapToInt(Cell::drawn).sum();
  }

  /** The tasks each drawn subject is visited for, in the order of the parts. */
  Map<String, List<String>> tasks(List<FrameEntry> frame, List<String> selected, Seed seed) {
    Set<String> drawn = new HashSet<>(selected);
    Map<String, List<String>> byCell = new TreeMap<>();
    frame.stream()
        .filter(e -> drawn.contains(e.id()))
        .forEach(e -> byCell.computeIfAbsent(e.stratum(), c -> new ArrayList<>()).add(e.id()));
    Map<String, List<String>> tasks = new TreeMap<>();
    for (Cell cell : cells) {
      List<String> subjects = byCell.getOrDefault(cell.stratum, new ArrayList<>());
      subjects.sort(Comparator.comparing(seed::subjectTicket, Arrays::compareUnsigned));
      for (int place = 0; place < subjects.size(); place++) {
        List<String> here = cell.tasksAt(place);
        tasks.put(
            subjects.get(place), parts.stream().map(Part::task).filter(here::contains).toList());
      }
    }
    return tasks;
  }

  /** The tasks each drawn subject is visited for; nothing where the draw is of one task alone. */
  public static Map<String, List<String>> tasks(Executed draw) {
    Executed whole = draw.parent().orElse(draw);
    CombinedDraw combined = whole.frame().combined();
    return combined == null
        ? Map.of()
        : combined.tasks(
            whole.frame().lists().frame(), whole.result().selected(), whole.result().seed());
  }

  /** What is inspected at each drawn subject, by code; nothing where all is inspected at all. */
  public static Map<String, List<String>> items(Executed draw) {
    CombinedDraw combined = draw.frame().combined();
    return combined == null ? Map.of() : combined.itemsOf(tasks(draw));
  }

  private Map<String, List<String>> itemsOf(Map<String, List<String>> tasks) {
    Map<String, List<String>> items = new TreeMap<>();
    tasks.forEach((subject, here) ->
        items.put(
            subject,
            parts.stream()
                .filter(p -> here.contains(p.task))
                .flatMap(p -> p.items.stream())
                .distinct()
                .sorted()
                .toList()));
    return items;
  }
}
