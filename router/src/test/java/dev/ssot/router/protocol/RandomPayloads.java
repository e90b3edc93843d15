package dev.ssot.router.protocol;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Objects of every kind of value that a payload may have. */
public final class RandomPayloads {

  private RandomPayloads() {}

  /** An object with objects in it, down to a depth. */
  public static Map<String, @Nullable Object> object(Random random, int depth) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      object.put("f" + random.nextInt(9), value(random, depth));
    }
    return object;
  }

  private static @Nullable Object value(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 7 : 9)) {
      case 0 -> random.nextLong();
      case 1 -> random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20);
      case 2 -> new BigInteger(90, random);
      case 3 -> new BigDecimal(new BigInteger(40, random), random.nextInt(60) - 30);
      case 4 -> random.nextBoolean();
      case 5 -> "é\n\"\\ \u0001𝄞" + random.nextInt();
      case 6 -> null;
      case 7 -> object(random, depth - 1);
      default -> new ArrayList<>(Arrays.asList(value(random, depth - 1), 1L));
    };
  }
}
