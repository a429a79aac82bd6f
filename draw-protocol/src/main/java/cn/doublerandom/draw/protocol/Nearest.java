package cn.doublerandom.draw.protocol;

import static cn.doublerandom.draw.protocol.Seating.NOBODY;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * The inspectors a search has reached, nearest first: a binary heap whose members come nearer
 * (Dijkstra 1959 with Williams' heap of 1964). Of two as near the one with fewer steps is first.
 */
final class Nearest {
  private final long[] cost;
  private final int[] steps;
  private final int[] heap;
  private final int[] place; // in the heap, NOBODY before she is reached
  private final int[] settled;
  private int size;
  private int settledCount;

  Nearest(int inspectors) {
    this.cost = new long[inspectors];
    this.steps = new int[inspectors];
    this.heap = new int[inspectors];
    this.place = new int[inspectors];
    this.settled = new int[inspectors];
  }

  void clear() {
    size = 0;
    settledCount = 0;
    Arrays.fill(place, NOBODY);
  }

  long cost(int i) {
    return cost[i];
  }

  int steps(int i) {
    return steps[i];
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Whether the nearest who is not settled is nearer than this. */
  boolean isBefore(long otherCost, int otherSteps) {
    return isBefore(cost[heap[0]], steps[heap[0]], otherCost, otherSteps);
  }

  private static boolean isBefore(long cost, int steps, long otherCost, int otherSteps) {
    return cost != otherCost ? cost < otherCost : steps < otherSteps;
  }

  /** False where she was as near before, as whoever is settled was. */
  boolean reach(int i, long byCost, int bySteps) {
    if (place[i] != NOBODY && !isBefore(byCost, bySteps, cost[i], steps[i])) {
      return false;
    }
    cost[i] = byCost;
    steps[i] = bySteps;
    rise(i, place[i] == NOBODY ? size++ : place[i]);
    return true;
  }

  /** Takes out the nearest; her way is the shortest there is. */
  int settle() {
    int nearest = heap[0];
    settled[settledCount++] = nearest;
    int last = heap[--size];
    if (size > 0) {
      sink(last);
    }
    return nearest;
  }

  /** Those taken out, one after the other. */
  void eachSettled(IntConsumer each) {
    for (int at = 0; at < settledCount; at++) {
      each.accept(settled[at]);
    }
  }

  private void rise(int i, int from) {
    int at = from;
    while (at > 0 && isBefore(cost[i], steps[i], heap[(at - 1) / 2])) {
      put(heap[(at - 1) / 2], at);
      at = (at - 1) / 2;
    }
    put(i, at);
  }

  private void sink(int i) {
    int at = 0;
    int child = nearerChild(at);
    while (child < size && isBefore(cost[heap[child]], steps[heap[child]], i)) {
      put(heap[child], at);
      at = child;
      child = nearerChild(at);
    }
    put(i, at);
  }

  private int nearerChild(int at) {
    int left = 2 * at + 1;
    int right = left + 1;
    return right < size && isBefore(cost[heap[right]], steps[heap[right]], heap[left])
        ? right
        : left;
  }

  private boolean isBefore(long oneCost, int oneSteps, int other) {
    return isBefore(oneCost, oneSteps, cost[other], steps[other]);
  }

  private void put(int i, int at) {
    heap[at] = i;
    place[i] = at;
  }
}
