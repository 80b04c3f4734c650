package org.yongjun.pass.holder.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.holder.HolderRecord;
import org.yongjun.pass.holder.HolderStatus;
import org.yongjun.pass.holder.PersonDigests;
import org.yongjun.pass.holder.SealedPerson;
import org.yongjun.pass.holder.StoredHolder;
import org.yongjun.pass.holder.StoredHolder.StoredPerson;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.HolderTag;
import org.yongjun.pass.kernel.RegionCode;

/**
 * A row of the table {@code holder}; after erasure the columns of the person are null. Micronaut
 * does not see JSpecify's annotation on an array, hence the second one there.
 */
@MappedEntity("holder")
record HolderRow(
    @Id String id,
    String tag,
    int homeRegion,
    int classBits,
    int meritClass,
    int disabilityGrade,
    LocalDate validFrom,
    LocalDate validUntil,
    String status,
    @Nullable String idIndex,
    @Nullable String phoneIndex,
    @Nullable String cardIndex,
    @Nullable String contentHash,
    @jakarta.annotation.Nullable byte @Nullable [] wrappedKey,
    @jakarta.annotation.Nullable byte @Nullable [] personal,
    Instant createdAt,
    Instant updatedAt) {
  static HolderRow of(StoredHolder stored) {
    HolderRecord holder = stored.holder();
    StoredPerson person = stored.person();
    PersonDigests digests = person == null ? null : person.digests();
    SealedPerson sealed = person == null ? null : person.sealed();
    return new HolderRow(
        holder.id(),
        holder.tag().hex(),
        holder.homeRegion().value(),
        holder.classes().bits(),
        holder.meritClass(),
        holder.disabilityGrade(),
        holder.validFrom(),
        holder.validUntil(),
        holder.status().name(),
        digests == null ? null : digests.idNumber(),
        digests == null ? null : digests.phone(),
        digests == null ? null : digests.nationalCard(),
        digests == null ? null : digests.content(),
        sealed == null ? null : sealed.wrappedKey(),
        sealed == null ? null : sealed.ciphertext(),
        stored.createdAt(),
        stored.updatedAt());
  }

  StoredHolder toStored() {
    HolderRecord holder =
        new HolderRecord(
            id,
            HolderTag.ofHex(tag),
            new RegionCode(homeRegion),
            new HolderClasses(classBits),
            meritClass,
            disabilityGrade,
            validFrom,
            validUntil,
            HolderStatus.valueOf(status));
    return new StoredHolder(holder, person(), createdAt, updatedAt);
  }

  private @Nullable StoredPerson person() {
    if (wrappedKey == null) {
      return null;
    }
    return new StoredPerson(
        new PersonDigests(
            Objects.requireNonNull(idIndex),
            Objects.requireNonNull(phoneIndex),
            cardIndex,
            Objects.requireNonNull(contentHash)),
        new SealedPerson(wrappedKey, Objects.requireNonNull(personal)));
  }

  @Override
  public String toString() {
    return "HolderRow[" + id + "]";
  }
}
