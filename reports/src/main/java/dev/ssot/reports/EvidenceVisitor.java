package dev.ssot.reports;

import dev.ssot.rules.model.Evidence;

/** One method for each kind of evidence; the only place that tells the kinds apart. */
interface EvidenceVisitor<R> {

  R rival(Evidence.Rival rival);

  R fragments(Evidence.Fragments fragments);

  R access(Evidence.Access access);

  R bytecode(Evidence.Bytecode bytecode);

  R unresolved(Evidence.Unresolved unresolved);

  R policyEntry(Evidence.PolicyEntry entry);

  R dispatch(Evidence.Dispatch dispatch);

  R restatement(Evidence.Restatement restatement);

  R conflict(Evidence.Conflict conflict);

  R fakeSuccess(Evidence.FakeSuccess success);

  R testDouble(Evidence.TestDouble testDouble);

  R mocked(Evidence.Mocked mocked);

  R shim(Evidence.Shim shim);

  R incompatibleContract(Evidence.IncompatibleContract contract);

  R malformedSuppression(Evidence.MalformedSuppression malformed);

  R idleSuppression(Evidence.IdleSuppression idle);

  R staleEntry(Evidence.StaleEntry stale);

  /** Calls the method for the kind that {@code evidence} is of. */
  default R visit(Evidence evidence) {
    if (evidence instanceof Evidence.Rival rival) {
      return rival(rival);
    }
    if (evidence instanceof Evidence.Fragments fragments) {
      return fragments(fragments);
    }
    if (evidence instanceof Evidence.Access access) {
      return access(access);
    }
    if (evidence instanceof Evidence.Bytecode bytecode) {
      return bytecode(bytecode);
    }
    if (evidence instanceof Evidence.Unresolved unresolved) {
      return unresolved(unresolved);
    }
    if (evidence instanceof Evidence.PolicyEntry entry) {
      return policyEntry(entry);
    }
    if (evidence instanceof Evidence.Dispatch dispatch) {
      return dispatch(dispatch);
    }
    if (evidence instanceof Evidence.Restatement restatement) {
      return restatement(restatement);
    }
    if (evidence instanceof Evidence.Conflict conflict) {
      return conflict(conflict);
    }
    if (evidence instanceof Evidence.FakeSuccess success) {
      return fakeSuccess(success);
    }
    if (evidence instanceof Evidence.TestDouble testDouble) {
      return testDouble(testDouble);
    }
    if (evidence instanceof Evidence.Mocked mocked) {
      return mocked(mocked);
    }
    if (evidence instanceof Evidence.Shim shim) {
      return shim(shim);
    }
    if (evidence instanceof Evidence.IncompatibleContract contract) {
      return incompatibleContract(contract);
    }
    if (evidence instanceof Evidence.MalformedSuppression malformed) {
      return malformedSuppression(malformed);
    }
    if (evidence instanceof Evidence.IdleSuppression idle) {
      return idleSuppression(idle);
    }
    if (evidence instanceof Evidence.StaleEntry stale) {
      return staleEntry(stale);
    }
    throw new IllegalStateException(
        "No report knows the evidence `%s`; add a method for it to EvidenceVisitor"
            .formatted(evidence.getClass().getName()));
  }
}
