#include "wasapi-stream.h"

#include <algorithm>
#include <system_error>
#include <thread>
#include <vector>

#include "wasapi-clock.h"
#include "wasapi-process-loopback.h"
#include "wasapi-session.h"
#include "win-failure.h"
#include "win-thread.h"

namespace capture {

namespace {

/// How much the engine keeps for us while this machine is too busy. It costs no latency.
constexpr REFERENCE_TIME buffer_100ns = 10'000'000;
constexpr uint64_t buffer_ns = uint64_t{buffer_100ns} * 100;

/// A device that was taken away shows only when it is asked, and some drivers signal no packets of a loopback.
constexpr DWORD look_again_ms = 20;
/// The reason of a disconnection comes on another way than the disconnection.
constexpr DWORD reason_wait_ms = 250;

/// So many passes in a row may find a packet that cannot be had at that moment.
constexpr int most_refusals = 50;

/// Samples that are converted at a time.
constexpr size_t block_samples = 8192;
constexpr uint32_t most_channels = 64;

void initialise(IAudioClient& client, DWORD flags, const WAVEFORMATEX& format) {
  const DWORD all = flags | AUDCLNT_STREAMFLAGS_EVENTCALLBACK;
  check("IAudioClient::Initialize",
        client.Initialize(AUDCLNT_SHAREMODE_SHARED, all, buffer_100ns, 0, &format, nullptr));
}

class WasapiStream final : public Stream {
 public:
  WasapiStream(Client client, Sink& sink)
      : client_(std::move(client.client)),
        format_(client.format),
        sink_(sink),
        session_(*client_.get()),
        clock_(format_.sample_rate, steady_ns(), buffer_ns),
        block_(format_.type == SampleType::f32 ? 0 : block_samples) {
    if (!packet_ || !stop_ || !session_.events().disconnected()) throw Failure{Reason::failed, "CreateEvent"};
    check("IAudioClient::SetEventHandle", client_->SetEventHandle(packet_.get()));
    check("IAudioClient::GetService", client_->GetService(__uuidof(IAudioCaptureClient), packets_.put_void()));
    check("IAudioClient::Start", client_->Start());
    try {
      thread_ = std::thread([this] { listen(); });
    } catch (const std::system_error&) {
      client_->Stop();
      throw Failure{Reason::failed, "no thread for the sound"};
    }
  }

  ~WasapiStream() override {
    SetEvent(stop_.get());
    thread_.join();
  }

 private:
  // Everything below: audio thread. Between start and end it allocates nothing and takes no lock.

  void listen() noexcept {
    const Apartment apartment;
    const ProAudioThread priority;
    const HANDLE wakes[] = {stop_.get(), session_.events().disconnected(), packet_.get()};
    HRESULT code = S_OK;
    for (;;) {
      const DWORD woken = WaitForMultipleObjects(3, wakes, FALSE, look_again_ms);
      if (woken == WAIT_OBJECT_0) break;
      code = woken == WAIT_FAILED ? HRESULT_FROM_WIN32(GetLastError()) : take_waiting();
      if (FAILED(code) || woken == WAIT_OBJECT_0 + 1) {
        end(code);
        break;
      }
    }
    client_->Stop();
  }

  HRESULT take_waiting() noexcept {
    for (;;) {
      UINT32 waiting = 0;
      HRESULT code = packets_->GetNextPacketSize(&waiting);
      if (FAILED(code) || waiting == 0) return code;

      BYTE* sound = nullptr;
      UINT32 frames = 0;
      DWORD flags = 0;
      UINT64 heard_100ns = 0;
      code = packets_->GetBuffer(&sound, &frames, &flags, nullptr, &heard_100ns);
      if (code == AUDCLNT_E_BUFFER_ERROR && ++refusals_ < most_refusals) return S_OK;
      if (FAILED(code) || code == AUDCLNT_S_BUFFER_EMPTY) return code;
      refusals_ = 0;
      if (frames > 0) deliver(sound, frames, flags, heard_100ns);
      code = packets_->ReleaseBuffer(frames);
      if (FAILED(code)) return code;
    }
  }

  void deliver(const BYTE* sound, uint32_t frames, DWORD flags, uint64_t heard_100ns) noexcept {
    // The position is the performance counter already scaled to 100 ns, and so is the clock of uv_hrtime.
    const uint64_t told_ns = flags & AUDCLNT_BUFFERFLAGS_TIMESTAMP_ERROR ? 0 : heard_100ns * 100;
    const uint64_t start_ns = clock_.start_of(told_ns, frames, steady_ns());
    // The flag is also set on the first packet of all, before which nothing is missing.
    const bool gap = (flags & AUDCLNT_BUFFERFLAGS_DATA_DISCONTINUITY) && heard_before_;
    heard_before_ = true;

    const bool silent = (flags & AUDCLNT_BUFFERFLAGS_SILENT) || !sound;
    if (silent) return sink_.on_frames(nullptr, frames, format_.channels, start_ns, gap);
    if (format_.type == SampleType::f32)
      return sink_.on_frames(reinterpret_cast<const float*>(sound), frames, format_.channels, start_ns, gap);
    deliver_converted(sound, frames, start_ns, gap);
  }

  void deliver_converted(const BYTE* sound, uint32_t frames, uint64_t start_ns, bool gap) noexcept {
    const uint32_t at_once = static_cast<uint32_t>(block_.size()) / format_.channels;
    for (uint32_t done = 0; done < frames;) {
      const uint32_t count = std::min(at_once, frames - done);
      const size_t offset = size_t{done} * format_.channels;
      to_floats(format_.type, sound + offset * bytes_of(format_.type), block_.data(), size_t{count} * format_.channels);
      const uint64_t later_ns = uint64_t{done} * 1'000'000'000u / format_.sample_rate;
      sink_.on_frames(block_.data(), count, format_.channels, start_ns + later_ns, gap && done == 0);
      done += count;
    }
  }

  /// The last act: may allocate.
  void end(HRESULT code) noexcept {
    const HANDLE wakes[] = {stop_.get(), session_.events().disconnected()};
    const DWORD woken = WaitForMultipleObjects(2, wakes, FALSE, reason_wait_ms);
    if (woken == WAIT_OBJECT_0) return;
    sink_.on_end(woken == WAIT_OBJECT_0 + 1 ? session_.events().failure() : failure_of("IAudioCaptureClient", code));
  }

  const Com<IAudioClient> client_;
  const MixFormat format_;
  Sink& sink_;
  const SessionWatch session_;
  PacketClock clock_;
  std::vector<float> block_;
  const Handle packet_{CreateEventW(nullptr, FALSE, FALSE, nullptr)};
  const Handle stop_{CreateEventW(nullptr, TRUE, FALSE, nullptr)};
  Com<IAudioCaptureClient> packets_;
  bool heard_before_ = false;
  int refusals_ = 0;
  std::thread thread_;
};

}  // namespace

Client open_endpoint(IMMDevice& device, Kind kind) {
  Client opened;
  check("IMMDevice::Activate",
        device.Activate(__uuidof(IAudioClient), CLSCTX_ALL, nullptr, opened.client.put_void()));
  ComMemory<WAVEFORMATEX> format;
  check("IAudioClient::GetMixFormat", opened.client->GetMixFormat(format.put()));
  opened.format = mix_format(*format.get());
  const auto [rate, channels, type] = opened.format;
  if (type == SampleType::none || channels == 0 || channels > most_channels || rate < 8000 || rate > 384'000)
    throw Failure{Reason::unsupported_format, "IAudioClient::GetMixFormat"};
  initialise(*opened.client.get(), kind == Kind::loopback ? AUDCLNT_STREAMFLAGS_LOOPBACK : 0, *format.get());
  return opened;
}

Client open_everything() {
  Client opened;
  check("ActivateAudioInterfaceAsync", activate_without_own_program(opened.client));
  // It tells no mix format; it takes what it is asked for, and converts.
  WAVEFORMATEX format{};
  format.wFormatTag = WAVE_FORMAT_IEEE_FLOAT;
  format.nChannels = 2;
  format.nSamplesPerSec = 48'000;
  format.wBitsPerSample = 32;
  format.nBlockAlign = 8;
  format.nAvgBytesPerSec = format.nSamplesPerSec * format.nBlockAlign;
  const DWORD convert = AUDCLNT_STREAMFLAGS_AUTOCONVERTPCM | AUDCLNT_STREAMFLAGS_SRC_DEFAULT_QUALITY;
  initialise(*opened.client.get(), AUDCLNT_STREAMFLAGS_LOOPBACK | convert, format);
  opened.format = mix_format(format);
  return opened;
}

std::unique_ptr<Stream> start(Client client, Sink& sink) {
  return std::make_unique<WasapiStream>(std::move(client), sink);
}

}  // namespace capture
