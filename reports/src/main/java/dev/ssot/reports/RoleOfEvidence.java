package dev.ssot.reports;

import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.RoleCompliance;

/** Tells whether evidence is about a role: by its id, or by the canonical that holds it. */
record RoleOfEvidence(RoleCompliance role) implements EvidenceVisitor<Boolean> {

  private boolean holds(String type) {
    return type.equals(role.canonical());
  }

  @Override
  public Boolean rival(Evidence.Rival rival) {
    return holds(rival.comparison().canonical().name());
  }

  @Override
  public Boolean fragments(Evidence.Fragments fragments) {
    return holds(fragments.canonical().name());
  }

  @Override
  public Boolean access(Evidence.Access access) {
    return holds(access.pattern()) || holds(access.replacement());
  }

  @Override
  public Boolean bytecode(Evidence.Bytecode bytecode) {
    return false;
  }

  @Override
  public Boolean unresolved(Evidence.Unresolved unresolved) {
    return false;
  }

  @Override
  public Boolean policyEntry(Evidence.PolicyEntry entry) {
    return false;
  }

  @Override
  public Boolean dispatch(Evidence.Dispatch dispatch) {
    return dispatch.role().equals(role.role());
  }

  @Override
  public Boolean restatement(Evidence.Restatement restatement) {
    return restatement.role().equals(role.role());
  }

  @Override
  public Boolean conflict(Evidence.Conflict conflict) {
    return conflict.role().equals(role.role());
  }

  @Override
  public Boolean fakeSuccess(Evidence.FakeSuccess success) {
    return holds(success.canonical());
  }

  @Override
  public Boolean testDouble(Evidence.TestDouble testDouble) {
    return holds(testDouble.canonical());
  }

  @Override
  public Boolean mocked(Evidence.Mocked mocked) {
    return holds(mocked.canonical());
  }

  @Override
  public Boolean shim(Evidence.Shim shim) {
    return holds(shim.canonical());
  }

  @Override
  public Boolean incompatibleContract(Evidence.IncompatibleContract contract) {
    return holds(contract.canonical());
  }

  @Override
  public Boolean malformedSuppression(Evidence.MalformedSuppression malformed) {
    return false;
  }

  @Override
  public Boolean idleSuppression(Evidence.IdleSuppression idle) {
    return false;
  }

  @Override
  public Boolean staleEntry(Evidence.StaleEntry stale) {
    return false;
  }
}
