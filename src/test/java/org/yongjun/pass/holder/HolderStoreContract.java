package org.yongjun.pass.holder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.holder.StoredHolder.StoredPerson;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.HolderTag;
import org.yongjun.pass.kernel.RegionCode;

/**
 * What every store of holders does. Each test uses a province of its own that no region list has,
 * so that a store which other tests fill can run it too; its own rows must not be there yet.
 */
public abstract class HolderStoreContract {
  private static final Instant NOW = Instant.parse("2026-11-22T04:00:00.123456Z");
  private static final PersonDigests DIGESTS =
      new PersonDigests("1".repeat(64), "2".repeat(64), null, "3".repeat(64));

  /** The store under test. */
  protected abstract HolderStore store();

  /** Runs work in a transaction of the store's. */
  protected abstract <T> T inTransaction(Supplier<T> work);

  @Test
  void aHolderComesBackAsItWent() {
    StoredHolder holder = holder("A1", 910100, digests("a1"));
    assertTrue(inTransaction(() -> store().insert(holder)));
    assertSame(holder, store().findById(holder.holder().id()).orElseThrow());
    assertSame(holder, store().findByTag(holder.holder().tag()).orElseThrow());
    assertEquals(Optional.empty(), store().findById(id("A2")));
    assertEquals(Optional.empty(), store().findByTag(new HolderTag(-2)));
  }

  @Test
  void oneIdNumberHasOneHolder() {
    StoredHolder first = holder("B1", 920100, digests("b1"));
    StoredHolder second = holder("B2", 920100, digests("b1"));
    assertTrue(inTransaction(() -> store().insert(first)));
    assertFalse(inTransaction(() -> store().insert(second)));
    assertEquals(Optional.empty(), store().findById(second.holder().id()));
  }

  @Test
  void afterALostRaceTheTransactionGoesOn() {
    StoredHolder first = holder("C1", 930100, digests("c1"));
    StoredHolder other = holder("C3", 930100, digests("c3"));
    inTransaction(() -> store().insert(first));
    inTransaction(
        () -> store().insert(holder("C2", 930100, digests("c1"))) | store().insert(other));
    assertSame(other, store().findById(other.holder().id()).orElseThrow());
  }

  @Test
  void holdersAreLockedByIdNumber() {
    StoredHolder first = holder("D1", 940100, digests("d1"));
    StoredHolder second = holder("D2", 940100, digests("d2"));
    inTransaction(() -> store().insert(first) & store().insert(second));
    Map<String, StoredHolder> found =
        inTransaction(
            () ->
                store()
                    .lockByIdNumbers(
                        List.of(
                            digests("d1").idNumber(),
                            digests("d2").idNumber(),
                            digests("d3").idNumber())));
    assertEquals(Set.of(digests("d1").idNumber(), digests("d2").idNumber()), found.keySet());
    assertSame(first, Objects.requireNonNull(found.get(digests("d1").idNumber())));
    assertEquals(Map.of(), inTransaction(() -> store().lockByIdNumbers(List.of())));
  }

  @Test
  void anUpdateReplacesEverythingAndCanErase() {
    StoredHolder before = holder("E1", 950100, digests("e1"));
    inTransaction(() -> store().insert(before));
    StoredHolder after =
        new StoredHolder(
            new HolderRecord(
                before.holder().id(),
                before.holder().tag(),
                RegionCode.of("950200"),
                HolderClasses.of(HolderClass.FIREFIGHTER),
                3,
                10,
                LocalDate.of(2027, 1, 1),
                LocalDate.of(2199, 12, 31),
                HolderStatus.REVOKED),
            null,
            before.createdAt(),
            NOW.plusSeconds(1));
    inTransaction(
        () -> {
          store().update(after);
          return true;
        });
    assertSame(after, store().findById(before.holder().id()).orElseThrow());
  }

  @Test
  void pagesRunByRegionThenIdAndStayInScope() {
    int[] regions = {960102, 960100, 960200, 960101, 960100, 970000};
    for (int i = 0; i < regions.length; i++) {
      StoredHolder each = holder("F" + i, regions[i], digests("f" + i));
      inTransaction(() -> store().insert(each));
    }
    assertEquals(List.of("F1", "F4", "F3", "F0"), pages(960100));
    assertEquals(List.of("F1", "F4", "F3", "F0", "F2"), pages(960000));
    assertEquals(List.of("F3"), pages(960101));
    assertEquals(
        List.of(),
        store()
            .listIn(
                RegionCode.of("960102"),
                Optional.of(new HolderCursor(RegionCode.of("960101"), "0")),
                9));
  }

  private List<String> pages(int scope) {
    List<String> ids = new ArrayList<>();
    Optional<HolderCursor> after = Optional.empty();
    while (true) {
      List<StoredHolder> page = store().listIn(new RegionCode(scope), after, 2);
      if (page.isEmpty()) {
        return ids;
      }
      page.forEach(each -> ids.add(each.holder().id().substring(0, 2)));
      HolderRecord last = page.getLast().holder();
      after = Optional.of(new HolderCursor(last.homeRegion(), last.id()));
    }
  }

  private static void assertSame(StoredHolder expected, StoredHolder actual) {
    assertEquals(expected.holder(), actual.holder());
    assertEquals(expected.createdAt(), actual.createdAt());
    assertEquals(expected.updatedAt(), actual.updatedAt());
    StoredPerson person = expected.person();
    StoredPerson read = actual.person();
    assertEquals(person == null, read == null);
    if (person != null && read != null) {
      assertEquals(person.digests(), read.digests());
      assertArrayEquals(person.sealed().wrappedKey(), read.sealed().wrappedKey());
      assertArrayEquals(person.sealed().ciphertext(), read.sealed().ciphertext());
    }
  }

  private static StoredHolder holder(String name, int region, PersonDigests digests) {
    return new StoredHolder(
        new HolderRecord(
            id(name),
            new HolderTag(id(name).hashCode() * 0x9E3779B97F4A7C15L),
            new RegionCode(region),
            HolderClasses.of(HolderClass.VETERAN, HolderClass.VISITING_DEPENDENT),
            1,
            6,
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2029, 12, 31),
            HolderStatus.ACTIVE),
        new StoredPerson(digests, new SealedPerson(new byte[] {0, -1, 7}, new byte[] {9, -128})),
        NOW,
        NOW);
  }

  private static PersonDigests digests(String name) {
    return new PersonDigests(
        name + "0".repeat(62), DIGESTS.phone(), DIGESTS.nationalCard(), DIGESTS.content());
  }

  private static String id(String name) {
    return name + "0".repeat(24);
  }
}
