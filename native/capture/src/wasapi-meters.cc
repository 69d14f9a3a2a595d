#include "wasapi-meters.h"

#include <algorithm>
#include <system_error>

#include "wasapi-devices.h"

namespace capture {

namespace {

constexpr GUID peak_meter_id = {0xc02216f6, 0x8c67, 0x4b5b, {0x9d, 0x00, 0xd0, 0x08, 0xe7, 0x3e, 0x00, 0x64}};

constexpr auto between_reads = std::chrono::milliseconds(20);
constexpr auto runs_on = std::chrono::seconds(10);

}  // namespace

Meters::~Meters() {
  {
    const std::lock_guard lock(lock_);
    stopped_ = true;
  }
  wake_.notify_one();
  if (thread_.joinable()) thread_.join();
}

std::vector<Peak> Meters::take(Kind kind) {
  std::vector<Peak> taken;
  {
    const std::lock_guard lock(lock_);
    Group& group = groups_[kind == Kind::microphone ? 0 : 1];
    group.wanted_until = Clock::now() + runs_on;
    taken = group.peaks;
    for (Peak& peak : group.peaks) peak.peak = 0;
    try {
      if (!thread_.joinable()) thread_ = std::thread([this] { run(); });
    } catch (const std::system_error&) {
      throw Failure{Reason::failed, "no thread for the meters"};
    }
  }
  wake_.notify_one();
  return taken;
}

void Meters::run() {
  const Apartment apartment;
  std::unique_lock lock(lock_);
  while (!stopped_) {
    bool any = false;
    for (Group& group : groups_) {
      if (wanted(group)) {
        any = true;
        lock.unlock();
        read(group);
        lock.lock();
      } else {
        // Peaks of a time that nobody asked about are no answer to the next question.
        group.peaks.clear();
        group.meters.clear();
        group.seen_changes = 0;
      }
    }
    if (stopped_) break;
    if (any) wake_.wait_for(lock, between_reads, [this] { return stopped_; });
    else wake_.wait(lock, [this] { return stopped_ || wanted(groups_[0]) || wanted(groups_[1]); });
  }
}

void Meters::read(Group& group) {
  if (group.seen_changes != changes_) list_again(group);
  std::vector<Peak> now;
  auto& meters = group.meters;
  const auto gone = [&now](const Meter& meter) {
    float peak = 0;
    if (FAILED(meter.meter->GetPeakValue(&peak))) return true;
    now.push_back({meter.device_id, peak});
    return false;
  };
  meters.erase(std::remove_if(meters.begin(), meters.end(), gone), meters.end());

  const std::lock_guard lock(lock_);
  for (Peak& peak : now) {
    const auto same = [&peak](const Peak& other) { return other.device_id == peak.device_id; };
    const auto before = std::find_if(group.peaks.begin(), group.peaks.end(), same);
    if (before != group.peaks.end()) peak.peak = std::max(peak.peak, before->peak);
  }
  group.peaks = std::move(now);
}

void Meters::list_again(Group& group) {
  group.seen_changes = changes_;
  group.meters.clear();
  try {
    for (Endpoint& endpoint : active_endpoints(*enumerator_.get(), group.kind)) {
      Com<PeakMeter> meter;
      const HRESULT made = endpoint.device->Activate(peak_meter_id, CLSCTX_ALL, nullptr, meter.put_void());
      if (SUCCEEDED(made)) group.meters.push_back({std::move(endpoint.id), std::move(meter)});
    }
  } catch (const Failure&) {
    // The audio service is gone: nothing can be metered until it tells of a change.
  }
}

}  // namespace capture
